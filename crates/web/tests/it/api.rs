//! The API: what programs ask, what they may not, that a command happens once, and that no question breaks it.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::units::scope_of_code;
use kernel::Actor;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::books::{Answer, Books};

fn parsed(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|error| panic!("{error}: {}", answer.text))
}

fn get(books: &Books, token: &str, address: &str) -> Value {
    let answer = books.call("GET", address, token, "", None);
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    parsed(&answer)
}

fn admission(name: &str) -> String {
    json!({ "unit": "u1", "name": name, "sex": "nu", "birth": "1990-05-17", "on": "2021-07-01",
        "document": { "number": "9/QĐ", "issued_on": "2021-06-30" } })
    .to_string()
}

#[test]
fn a_program_reads_the_figures_a_page_shows_and_traces_them_page_by_page() {
    let books = Books::told();
    let token = books.token("may", "clerk", "quan-k");
    let figures = get(&books, &token, "/api/v1/units/quan-k/figures?period=2021-H1");
    let admitted = figures["figures"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["indicator"] == "members.admitted")
        .unwrap();
    assert_eq!(
        (&admitted["value"], &admitted["target"], &admitted["percent"]),
        (&json!(6), &json!(5), &json!("120"))
    );
    let mut address =
        "/api/v1/units/quan-k/figures/members.admitted/trace?period=2021-H1&limit=4".to_owned();
    let mut lines = 0;
    loop {
        let page = get(&books, &token, &address);
        lines += page["items"].as_array().unwrap().len();
        let Some(next) = page["next"].as_str() else { break };
        address = format!(
            "/api/v1/units/quan-k/figures/members.admitted/trace?period=2021-H1&limit=4&cursor={next}"
        );
    }
    assert_eq!(lines, 6);
}

#[test]
fn what_is_found_by_name_is_told_page_by_page_to_its_end() {
    let books = Books::told();
    let token = books.token("may", "clerk", "quan-k");
    for name in ["Bùi Thị Một", "Bùi Thị Hai", "Bùi Thị Ba"] {
        let made = books.call("POST", "/api/v1/members", &token, &admission(name), None);
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    }
    for asked in ["/api/v1/members?q=bui%20thi", "/api/v1/units?q=u"] {
        let whole = get(&books, &token, asked);
        assert_eq!(whole["next"], Value::Null);
        let (mut found, mut cursor) = (Vec::new(), "0".to_owned());
        loop {
            let page = get(&books, &token, &format!("{asked}&limit=1&cursor={cursor}"));
            found.extend(page["items"].as_array().unwrap().clone());
            let Some(next) = page["next"].as_str() else { break };
            cursor = next.to_owned();
        }
        assert_eq!(&found, whole["items"].as_array().unwrap(), "{asked}");
    }
    let people = get(&books, &token, "/api/v1/members?q=bui%20thi&limit=2");
    assert_eq!((people["items"].as_array().unwrap().len(), &people["next"]), (2, &json!("2")));
}

#[test]
fn a_command_under_a_name_happens_once_and_is_answered_the_same() {
    let books = Books::told();
    let token = books.token("may", "clerk", "quan-k");
    let admit = |body: &str| books.call("POST", "/api/v1/members", &token, body, Some("lan-1"));
    let (first, again) = (admit(&admission("Bùi Thị Một")), admit(&admission("Bùi Thị Một")));
    assert_eq!(
        (first.status, again.status),
        (StatusCode::CREATED, StatusCode::CREATED),
        "{}",
        first.text
    );
    assert_eq!(first.text, again.text);
    let found = get(&books, &token, "/api/v1/members?q=bui%20thi%20mot");
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    let odd = admit(&admission("Bùi\u{0} Thị Hai"));
    assert_eq!((odd.status, &parsed(&odd)["code"]), (StatusCode::BAD_REQUEST, &json!("bad_json")));
    let other = admit(&admission("Bùi Thị Hai"));
    assert_eq!(
        (other.status, &parsed(&other)["code"]),
        (StatusCode::CONFLICT, &json!("idempotency_key_reused"))
    );
}

#[test]
fn a_command_whose_answer_was_lost_is_answered_as_it_was_the_first_time() {
    let books = Books::told();
    let token = books.token("may", "clerk", "quan-k");
    let ask = |address: &str, body: &str, name: &str| {
        let answer = books.call("POST", address, &token, body, Some(name));
        assert_eq!(answer.status, StatusCode::CREATED, "{address}: {}", answer.text);
        answer.text
    };
    let head = || domain::figures::head(&books.app).unwrap().number;
    let admitted = ask("/api/v1/members", &admission("Bùi Thị Một"), "m");
    let id = serde_json::from_str::<Value>(&admitted).unwrap()["id"].as_str().unwrap().to_owned();
    let event = format!("/api/v1/members/{id}/events");
    let left = json!({ "kind": "left", "unit": "u1", "on": "2021-08-01", "reason": "retired" });
    let left = left.to_string();
    let targets = json!({ "period": "2021-H2", "document": { "number": "5/QĐ" },
        "targets": [{ "indicator": "members.admitted", "value": 9 }] });
    let targets = targets.to_string();
    let founding = json!({ "code": "moi", "name": "CĐCS Mới", "kind": "cdcs", "block": "dn_ngoai_nn",
        "manager": "quan-k", "on": "2021-07-01", "document": { "number": "6/QĐ" } });
    let founding = founding.to_string();
    let told = [
        ("/api/v1/members", admission("Bùi Thị Một"), "m", admitted),
        (&event, left.clone(), "e", ask(&event, &left, "e")),
        (
            "/api/v1/units/quan-k/targets",
            targets.clone(),
            "t",
            ask("/api/v1/units/quan-k/targets", &targets, "t"),
        ),
        ("/api/v1/units", founding.clone(), "u", ask("/api/v1/units", &founding, "u")),
    ];
    let written = head();
    // Nothing but the batch itself keeps an answer, so this is what a program that was cut off is told. What was done
    // can be done no more: the member left, the target stands, the code is taken.
    for (address, body, name, first) in &told {
        assert_eq!(&ask(address, body, name), first, "{address}");
    }
    assert_eq!(head(), written, "and nothing is written again");
}

/// Asks with a sign-in and a program's token at once.
fn with_both(books: &Books, verb: &str, address: &str, session: &str, bearer: &str) -> Answer {
    let request = Request::builder()
        .method(verb)
        .uri(address)
        .header("host", "localhost:8080")
        .header("origin", "http://localhost:8080")
        .header("cookie", format!("kd={session}"))
        .header("authorization", format!("Bearer {bearer}"))
        .header("content-type", "application/json");
    let body = if verb == "POST" { admission("Bùi Thị Năm") } else { String::new() };
    books.ask_closed(request.body(Body::from(body)).unwrap())
}

#[test]
fn of_a_sign_in_and_a_token_shown_together_the_token_alone_decides() {
    let books = Books::told();
    let head = books.account("truong", "head", "ha-noi");
    let reader = books.token("xem", "reader", "quan-k");
    let code = |answer: &Answer| parsed(answer)["code"].clone();
    let outside = with_both(&books, "GET", "/api/v1/units/quan-l/figures", &head, &reader);
    assert_eq!(code(&outside), "out_of_reach", "the cookie would have opened it");
    let inside = with_both(&books, "GET", "/api/v1/units/quan-k/figures", &head, &reader);
    assert_eq!(inside.status, StatusCode::OK);
    let write = with_both(&books, "POST", "/api/v1/members", &head, &reader);
    assert_eq!(code(&write), "not_allowed");
    let dead = "0".repeat(64);
    let nobody = with_both(&books, "GET", "/api/v1/units/quan-k/figures", &head, &dead);
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED, "a token that opens nothing opens nothing");
    let page = with_both(&books, "GET", "/members?unit=quan-l", &head, &reader);
    assert_eq!(page.status, StatusCode::FORBIDDEN, "pages too");
}

#[test]
fn refusals_bear_the_status_that_programs_act_on() {
    let books = Books::told();
    let token = books.token("may", "clerk", "quan-k");
    let ask = |body: &str| books.call("POST", "/api/v1/members", &token, body, Some("x"));
    assert_eq!(ask(&admission("Bùi Thị Một")).status, StatusCode::CREATED);
    assert_eq!(ask(&admission("Bùi Thị Hai")).status, StatusCode::CONFLICT);
    let own = books.call("GET", "/me", &token, "", None);
    assert_eq!(own.status, StatusCode::FORBIDDEN, "{}", own.text);
    assert!(own.text.contains("sign_in_first"));
}

#[test]
fn a_token_reads_and_writes_no_further_than_its_owner() {
    let books = Books::told();
    let (clerk, reader) =
        (books.token("may", "clerk", "quan-k"), books.token("xem", "reader", "quan-k"));
    for (token, verb, address, body, expected) in [
        (&clerk, "GET", "/api/v1/units/quan-l/figures", String::new(), "out_of_reach"),
        (&clerk, "GET", "/api/v1/units/u2/figures", String::new(), "out_of_reach"),
        (&reader, "GET", "/api/v1/members?q=an", String::new(), "not_allowed"),
        (&reader, "POST", "/api/v1/members", admission("Bùi Thị Ba"), "not_allowed"),
        (
            &clerk,
            "POST",
            "/api/v1/members",
            admission("Bùi Thị Tư").replace("u1", "u2"),
            "out_of_reach",
        ),
        (
            &clerk,
            "POST",
            "/api/v1/units",
            json!({ "code": "moi", "name": "CĐCS Mới", "kind": "cdcs", "block": "dn_ngoai_nn",
                "manager": "quan-l", "on": "2021-07-01", "document": { "number": "1/QĐ" } })
            .to_string(),
            "out_of_reach",
        ),
        (
            &clerk,
            "POST",
            "/api/v1/units/quan-l/targets",
            json!({ "period": "2021", "targets": [{ "indicator": "members.admitted", "value": 4 }],
                "document": { "number": "1/QĐ" } })
            .to_string(),
            "out_of_reach",
        ),
    ] {
        let answer = books.call(verb, address, token, &body, None);
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{verb} {address}: {}", answer.text);
        assert_eq!(parsed(&answer)["code"], expected, "{verb} {address}");
        assert_eq!(answer.headers["content-type"], "application/problem+json");
    }
}

#[test]
fn without_a_token_that_holds_nothing_is_told() {
    let books = Books::told();
    for token in ["", "x", &"0".repeat(64)] {
        let answer = books.call("GET", "/api/v1/units", token, "", None);
        assert_eq!(
            (answer.status, &parsed(&answer)["code"]),
            (StatusCode::UNAUTHORIZED, &json!("no_token"))
        );
    }
    assert_eq!(books.call("GET", "/api/v1/openapi.json", "", "", None).status, StatusCode::OK);
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    let books = Books::told();
    let token = books.token("may", "clerk", "quan-k");
    for (address, body, code) in [
        ("/api/v1/members", "{", "bad_json"),
        (
            "/api/v1/members",
            "{\"unit\":\"u1\",\"name\":\"A\",\"on\":\"2021-07-01\",\"role\":\"x\"}",
            "bad_json",
        ),
        (
            "/api/v1/members",
            "{\"unit\":\"nope\",\"name\":\"A\",\"on\":\"2021-07-01\"}",
            "unknown_unit",
        ),
        ("/api/v1/members", "{\"unit\":\"u1\",\"name\":\" \",\"on\":\"2021-07-01\"}", "bad_name"),
        ("/api/v1/members", "{\"unit\":\"u1\",\"name\":\"A\",\"on\":\"1/7/2021\"}", "bad_day"),
        (
            "/api/v1/members",
            "{\"unit\":\"u1\",\"name\":\"A\",\"on\":\"2031-07-01\"}",
            "after_last_day",
        ),
        (
            "/api/v1/members",
            "{\"unit\":\"u1\",\"name\":\"A\",\"on\":\"2021-07-01\",\"cccd\":\"12\"}",
            "bad_cccd",
        ),
        (
            "/api/v1/members/xyz/events",
            "{\"kind\":\"left\",\"unit\":\"u1\",\"on\":\"2021-07-01\"}",
            "unknown_person",
        ),
        (
            "/api/v1/units/quan-k/targets",
            "{\"period\":\"21\",\"targets\":[],\"document\":{\"number\":\"1\"}}",
            "bad_period",
        ),
    ] {
        let answer = books.call("POST", address, &token, body, None);
        assert!(answer.status.is_client_error(), "{address} {body}: {}", answer.status);
        assert_eq!(parsed(&answer)["code"], code, "{address} {body}");
    }
}

/// Texts that a careless or a hostile program sends.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9-]{0,12}",
        "\\PC{0,20}",
        Just("quan-k".to_owned()),
        Just("u1".to_owned()),
        Just("members.closing".to_owned()),
        Just("2021-06-01".to_owned()),
        Just("2021-H1".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("' OR 1=1 --".to_owned()),
        Just("0".repeat(13)),
        Just("-1".to_owned()),
        Just("99999999999999999999".to_owned()),
    ]
}

/// A value for a schema: mostly of its shape, sometimes not.
fn value_for(schema: &Value, whole: &Value, depth: usize) -> BoxedStrategy<Value> {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return value_for(&whole["components"]["schemas"][name], whole, depth + 1);
    }
    let kind = schema["type"]
        .as_str()
        .or_else(|| schema["type"][0].as_str())
        .unwrap_or("string")
        .to_owned();
    let shaped: BoxedStrategy<Value> = match &*kind {
        "object" if depth < 4 => {
            let mut parts: Vec<BoxedStrategy<(String, Option<Value>)>> = Vec::new();
            for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
                let name = name.clone();
                let value = proptest::option::weighted(0.9, value_for(inner, whole, depth + 1));
                parts.push(value.prop_map(move |value| (name.clone(), value)).boxed());
            }
            parts
                .prop_map(|pairs| {
                    Value::Object(
                        pairs
                            .into_iter()
                            .filter_map(|(name, value)| Some((name, value?)))
                            .collect(),
                    )
                })
                .boxed()
        }
        "array" => prop::collection::vec(value_for(&schema["items"], whole, depth + 1), 0..3)
            .prop_map(Value::Array)
            .boxed(),
        "integer" => prop_oneof![any::<i64>(), -2..5_i64].prop_map(|number| json!(number)).boxed(),
        _ => text().prop_map(Value::String).boxed(),
    };
    prop_oneof![9 => shaped, 1 => prop_oneof![Just(Value::Null), Just(json!(7)), Just(json!(["x"]))]].boxed()
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn no_question_breaks_the_api_and_every_answer_has_its_shape() {
    let books = Books::told();
    let token = books.token("quan", "administrator", "ha-noi");
    let whole = parsed(&books.call("GET", "/api/v1/openapi.json", &token, "", None));
    let mut runner =
        TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    for (path, methods) in whole["paths"].as_object().unwrap() {
        for (verb, operation) in methods.as_object().unwrap() {
            let status = if verb == "get" { "200" } else { "201" };
            let mut schema =
                operation["responses"][status]["content"]["application/json"]["schema"].clone();
            schema["components"] = whole["components"].clone();
            let good = jsonschema::validator_for(&schema).unwrap();
            let mut problem =
                whole["components"]["responses"]["Problem"]["content"]["application/problem+json"]
                    ["schema"]
                    .clone();
            problem["components"] = whole["components"].clone();
            let bad = jsonschema::validator_for(&problem).unwrap();
            let fields = operation["parameters"].as_array().unwrap();
            let names: Vec<String> = fields
                .iter()
                .filter(|f| f["in"] == "query")
                .map(|f| f["name"].as_str().unwrap().to_owned())
                .collect();
            let body = value_for(
                &operation["requestBody"]["content"]["application/json"]["schema"],
                &whole,
                0,
            );
            let places = prop::collection::vec(text(), 2);
            let query = prop::collection::vec(proptest::option::of(text()), names.len());
            runner
                .run(&(places, query, body), |(places, query, body)| {
                    let mut address = path.clone();
                    for place in places {
                        if let (Some(start), Some(end)) = (address.find('{'), address.find('}')) {
                            address.replace_range(start..=end, &encoded(&place));
                        }
                    }
                    let asked: Vec<String> = names
                        .iter()
                        .zip(query)
                        .filter_map(|(name, value)| Some(format!("{name}={}", encoded(&value?))))
                        .collect();
                    let address = format!("{address}?{}", asked.join("&"));
                    let verb = verb.to_uppercase();
                    let answer = books.call(&verb, &address, &token, &body.to_string(), None);
                    prop_assert!(
                        !answer.status.is_server_error(),
                        "{verb} {address} {body}: {}",
                        answer.text
                    );
                    if answer.status.is_success() {
                        prop_assert!(
                            good.is_valid(&parsed(&answer)),
                            "{verb} {address}: {}",
                            answer.text
                        );
                    } else {
                        prop_assert!(
                            bad.is_valid(&parsed(&answer)),
                            "{verb} {address}: {}",
                            answer.text
                        );
                    }
                    Ok(())
                })
                .unwrap();
        }
    }
    assert!(
        scope_of_code(&books.app, &Actor::operator("thử"), "quan-k").is_ok(),
        "the books still stand"
    );
}
