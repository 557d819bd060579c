//! The cycle of reports on the web: called for, reminded of, filed with states, made public, a form made in the browser.

use axum::http::StatusCode;
use domain::units::scope_of_code;
use kernel::{Actor, Id};

use crate::asking::post;
use crate::books::{Answer, Books, Knock, read_words};

const CALL: &str =
    "what=1_hdcd%7C2020-12-01..2021-05-31&due-d=1&due-m=2&due-y=2030&remind=7,+1&note=G%E1%BA%A5p";

fn get(books: &Books, token: &str, address: &str) -> Answer {
    let token = Some(token).filter(|token| !token.is_empty());
    books.knock(&Knock { address, token, ..Knock::default() })
}

fn unit(books: &Books, code: &str) -> Id {
    scope_of_code(&books.app, &Actor::operator("thử"), code).unwrap()
}

/// The way to the call that was opened last.
fn opened(books: &Books, token: &str) -> String {
    let answer = post(books, token, "/report-calls?unit=quan-k", CALL);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let unit = unit(books, "quan-k");
    let calls = domain::reports::calls(&books.app, &Actor::operator("thử"), unit).unwrap();
    format!("/report-calls/{}", calls[0].key)
}

#[test]
fn a_call_is_opened_reminds_who_owes_and_tells_who_has_not_filed() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let chair = books.account("thoa", "chair", "u1");
    let call = opened(&books, &clerk);
    let page = read_words(&get(&books, &clerk, &format!("{call}?unit=quan-k")).text);
    assert!(page.contains("Còn hạn") && page.contains("Gấp"), "{page}");
    let tasks = read_words(&get(&books, &chair, "/tasks?unit=u1").text);
    assert!(tasks.contains("Nộp Mẫu 1-HĐCĐ") && tasks.contains("1/2/2030"), "{tasks}");
    let own = get(&books, &chair, "/reports/1_hdcd?unit=u1&period=2020-12-01..2021-05-31");
    assert!(read_words(&own.text).contains("Hạn nộp 1/2/2030"));
    assert!(own.text.contains("class=\"count\""), "the menu counts what waits");
    let again = post(
        &books,
        &clerk,
        &format!("{call}/unit?unit=quan-k"),
        &format!("what=let-off&which={}&reason=m%E1%BB%9Bi", unit(&books, "u1")),
    );
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
    let tasks = read_words(&get(&books, &chair, "/tasks?unit=u1").text);
    assert!(!tasks.contains("Nộp Mẫu 1-HĐCĐ"), "{tasks}");
}

#[test]
fn a_call_that_is_refused_keeps_what_was_typed() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    for (form, code) in [
        (CALL.replace("2030", "2020"), "due_before_end"),
        (CALL.replace("due-d=1&due-m=2&due-y=2030", ""), "due_missing"),
        (CALL.replace("7,+1", "mai"), "bad_number"),
        (CALL.replace("7,+1", "0"), "bad_reminder"),
        (CALL.replace("%7C2020-12-01..2021-05-31", ""), "bad_period"),
        (format!("{CALL}&who=x"), "unknown_unit"),
    ] {
        let answer = post(&books, &clerk, "/report-calls?unit=quan-k", &form);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{code}: {}", answer.text);
        assert!(answer.text.contains(code), "{code}: {}", answer.text);
        assert!(answer.text.contains("Gấp"), "the note is kept: {code}");
    }
}

#[test]
fn a_cell_may_say_why_it_has_no_value_and_the_page_says_who_typed_it() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let address = "/reports/doan_vien_cdcs/cells?unit=quan-k&period=2021-H1";
    let bare = post(&books, &clerk, address, "v-IV.1=&s-IV.1=not_obliged&n-IV.1=");
    assert!(bare.text.contains("why_missing"), "{}", bare.text);
    let said = "v-IV.1=&s-IV.1=not_obliged&n-IV.1=kh%C3%B4ng+thu%E1%BB%99c+di%E1%BB%87n";
    assert_eq!(post(&books, &clerk, address, said).status, StatusCode::SEE_OTHER);
    let page = get(&books, &clerk, "/reports/doan_vien_cdcs?unit=quan-k&period=2021-H1");
    let read = read_words(&page.text);
    assert!(read.contains("ghi tay:") && read.contains("không thuộc diện"), "{read}");
    assert!(page.text.contains("<option value=\"not_obliged\" selected"), "{}", page.text);
}

#[test]
fn a_published_report_is_read_by_anybody_and_what_waits_by_nobody() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let city = books.account("van", "head", "ha-noi");
    assert_eq!(get(&books, "", "/cong-bo/quan-k").status, StatusCode::NOT_FOUND);
    let cells = "/reports/doan_vien_cdcs/cells?unit=quan-k&period=2021-H1";
    post(&books, &clerk, cells, "v-IV.1=77&n-IV.1=theo+b%C3%A0+K%C3%ADn");
    let step = "/reports/doan_vien_cdcs/step?unit=quan-k&period=2021-H1";
    post(&books, &clerk, step, "step=submit");
    assert_eq!(get(&books, "", "/cong-bo/quan-k").status, StatusCode::NOT_FOUND);
    for each in ["approve", "publish"] {
        let form = format!("step={each}");
        assert_eq!(post(&books, &city, step, &form).status, StatusCode::SEE_OTHER);
    }
    let list = get(&books, "", "/cong-bo/quan-k");
    assert_eq!(list.status, StatusCode::OK);
    let door = list.text.split("href=\"/cong-bo/quan-k/").nth(1).unwrap();
    let id = door.split('"').next().unwrap();
    let page = get(&books, "", &format!("/cong-bo/quan-k/{id}"));
    let read = read_words(&page.text);
    assert!(read.contains("77") && read.contains("Công đoàn cơ sở cuối kỳ"), "{read}");
    assert!(!read.contains("Kín"), "a note stays inside: {read}");
    let hall = get(&books, "", &format!("/cong-bo/quan-k/{id}/hoi-truong"));
    assert!(read_words(&hall.text).contains("77"), "{}", hall.text);
    assert_eq!(get(&books, "", &format!("/cong-bo/quan-l/{id}")).status, StatusCode::NOT_FOUND);
    post(&books, &city, step, "step=reopen&note=s%E1%BB%ADa");
    assert_eq!(get(&books, "", &format!("/cong-bo/quan-k/{id}")).status, StatusCode::NOT_FOUND);
}

#[test]
fn an_article_is_published_and_withdrawn() {
    let books = Books::told();
    let city = books.account("van", "head", "ha-noi");
    let asked = "unit=quan-k&period=2021-H1";
    let publish = format!("/articles/sau_thang/publish?{asked}");
    let done = post(&books, &city, &publish, "");
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let list = get(&books, "", "/cong-bo/quan-k");
    let id = list.text.split("href=\"/cong-bo/quan-k/").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(get(&books, "", &format!("/cong-bo/quan-k/{id}")).status, StatusCode::OK);
    let withdraw = format!("/articles/sau_thang/withdraw?{asked}");
    post(&books, &city, &withdraw, &format!("id={id}"));
    assert_eq!(get(&books, "", &format!("/cong-bo/quan-k/{id}")).status, StatusCode::NOT_FOUND);
}

/// The fields of the editor as the page shows them.
fn fields(page: &str) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    for tag in page.split('<').filter(|tag| tag.starts_with("input ")) {
        let value = |name: &str| {
            let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
            Some(rest.split('"').next()?.replace("&quot;", "\"").replace("&amp;", "&"))
        };
        let Some(name) = value("name").filter(|name| name != "key" && name != "q") else {
            continue;
        };
        if !tag.contains("type=\"checkbox\"") {
            form.append_pair(&name, &value("value").unwrap_or_default());
        }
    }
    form.append_pair("confidence", "R").append_pair("level", "upper");
    form.finish()
}

#[test]
fn a_form_is_changed_in_the_browser_looked_at_and_put_in_force() {
    let books = Books::told();
    let head = books.account("van", "head", "ha-noi");
    let page = get(&books, &head, "/report-forms/edit?code=doan_vien_cdcs&unit=quan-k");
    assert_eq!(page.status, StatusCode::OK);
    let draft = fields(&page.text);
    let send = |draft: &str, what: &str| {
        post(&books, &head, "/report-forms/edit?unit=quan-k", &format!("{draft}&what={what}"))
    };
    let looked = send(&draft, "preview");
    assert!(read_words(&looked.text).contains("Xem thử:"), "{}", looked.text);
    let added = send(&draft, "add");
    let rows = |text: &str| text.matches("name=\"l-code\"").count();
    assert_eq!(rows(&added.text), rows(&page.text) + 1);
    let broken = draft.replace("members.admitted", "members.nobody");
    let refused = send(&broken, "put");
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("bad_report_form") && refused.text.contains("members.nobody"));
    let file = send(&draft, "toml");
    assert!(file.text.starts_with("code = \"doan_vien_cdcs\""), "{}", file.text);
    assert!(file.text.contains("beside = \"headcount.workers\""), "{}", file.text);
    assert!(send(&draft, "put").text.contains("form_not_newer"));
    let newer = draft.replace("code=doan_vien_cdcs", "code=mau_rieng");
    let put = send(&newer, "put");
    assert_eq!(put.status, StatusCode::SEE_OTHER, "{}", put.text);
    let list = get(&books, &head, "/report-forms");
    assert!(list.text.contains("mau_rieng"), "{}", list.text);
    let report = get(&books, &head, "/reports/mau_rieng?unit=quan-k&period=2021-H1");
    assert_eq!(report.status, StatusCode::OK, "the new form is reported on");
}

#[test]
fn who_reads_english_reads_moments_days_and_decimals_in_english_too() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    opened(&books, &clerk);
    let calls = read_words(&get(&books, &clerk, "/report-calls?unit=quan-k&lang=en").text);
    assert!(calls.contains("Opened 2021-12-31"), "{calls}");
    let award = |code: &str| read_words(&get(&books, &clerk, &format!("/awards/{code}")).text);
    let advanced = award("nha_nuoc.lao_dong_tien_tien?lang=en");
    assert!(advanced.contains("from 2004-07-01"), "{advanced}");
    let soldier = award("nha_nuoc.chien_si_thi_dua_toan_quoc?lang=en&on=2024-03-01");
    assert!(soldier.contains("4.5 × base salary"), "{soldier}");
}
