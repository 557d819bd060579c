//! The description of the API (OpenAPI 3.1), made from the routes and the shapes themselves.

use std::sync::LazyLock;

use axum::response::Response;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json as value};

use super::shapes::{
    Admission, Figures, Founding, List, Member, MemberEvent, Problem as Told, Recorded, TakenIn,
    Target, Targets, Trace, Unit, UnitCard, Written,
};
use super::{ROUTES, answer};
use crate::problem::Problem;
use crate::routes::{Route, Verb};
use crate::site::Visit;

type Shape = fn(&mut SchemaGenerator) -> Schema;

/// What stands in an address behind the question mark: name, what it means.
type Field = (&'static str, &'static str);

/// One call as programs read of it.
struct Call {
    verb: Verb,
    path: &'static str,
    fields: &'static [Field],
    body: Option<Shape>,
    answer: Shape,
}

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// A report package: the same schema that stands in the documents.
fn package(_: &mut SchemaGenerator) -> Schema {
    let text = include_str!("../../../../docs/package.schema.json");
    serde_json::from_str::<Value>(text)
        .ok()
        .and_then(|told| told.try_into().ok())
        .unwrap_or_default()
}

const ASKED: &[Field] = &[
    (
        "period",
        "2021, 2021-H1, 2021-Q2, 2021-06 or 2021-01-01..2021-05-31; this year when left out",
    ),
    ("as_of", "the last effective day that counts, ISO"),
    ("view", "was, now or like"),
    ("known_at", "leave out what was recorded later, ISO"),
];
const TRACED: &[Field] = &[
    (
        "period",
        "2021, 2021-H1, 2021-Q2, 2021-06 or 2021-01-01..2021-05-31; this year when left out",
    ),
    ("as_of", "the last effective day that counts, ISO"),
    ("view", "was, now or like"),
    ("known_at", "leave out what was recorded later, ISO"),
    ("cursor", "where the page begins, from the page before"),
    ("limit", "lines of a page, at most 1000"),
];
const FOUND: &[Field] = &[
    ("q", "a part of the name, marks not needed; the first 500 that have it are told"),
    ("cursor", "where the page begins, from the page before"),
    ("limit", "at most 500"),
];
const ON: &[Field] = &[("on", "the day whose managers are told, ISO; today when left out")];
const BELOW: &[Field] = &[
    ("on", "the day, ISO; today when left out"),
    ("cursor", "where the page begins, from the page before"),
    ("limit", "at most 500"),
];
const PERIOD: &[Field] = &[("period", "2021, 2021-H1 and so on; this year when left out")];

const fn read(path: &'static str, fields: &'static [Field], answer: Shape) -> Call {
    Call { verb: Verb::Get, path, fields, body: None, answer }
}

const fn told(path: &'static str, body: Shape, answer: Shape) -> Call {
    Call { verb: Verb::Post, path, fields: &[], body: Some(body), answer }
}

/// Every call with its shapes; a test holds that each route has one.
const CALLS: &[Call] = &[
    read("/api/v1/units", FOUND, of::<List<Unit>>),
    told("/api/v1/units", of::<Founding>, of::<Recorded>),
    read("/api/v1/units/{code}", ON, of::<UnitCard>),
    read("/api/v1/units/{code}/below", BELOW, of::<List<Unit>>),
    read("/api/v1/units/{code}/figures", ASKED, of::<Figures>),
    read("/api/v1/units/{code}/figures/{indicator}/trace", TRACED, of::<Trace>),
    read("/api/v1/units/{code}/targets", PERIOD, of::<List<Target>>),
    told("/api/v1/units/{code}/targets", of::<Targets>, of::<Written>),
    told("/api/v1/packages", package, of::<TakenIn>),
    read("/api/v1/members", FOUND, of::<List<Member>>),
    told("/api/v1/members", of::<Admission>, of::<Recorded>),
    read("/api/v1/members/{id}", &[], of::<Member>),
    told("/api/v1/members/{id}/events", of::<MemberEvent>, of::<Recorded>),
];

/// The document: the same for everybody as long as the program runs, so it is made once.
pub(super) fn give(_: &Visit) -> Result<Response, Problem> {
    static MADE: LazyLock<String> = LazyLock::new(|| document().to_string());
    Ok(answer::ready(MADE.clone()))
}

fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let mut paths = Map::new();
    for call in CALLS {
        let Some(route) =
            ROUTES.iter().find(|route| (route.verb, route.path) == (call.verb, call.path))
        else {
            continue;
        };
        let methods = paths.entry(call.path).or_insert_with(|| value!({}));
        let verb = if call.verb == Verb::Get { "get" } else { "post" };
        methods[verb] = operation(route, call, &mut generator);
    }
    let problem = of::<Told>(&mut generator);
    let schemas = generator.take_definitions(true);
    value!({
        "openapi": "3.1.0",
        "info": {
            "title": "Kết Đoàn",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The books of a union organisation for programs. Times and days are ISO 8601 in Hà Nội time; \
                percentages are rounded half-up; refusals have stable codes.",
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "responses": {
                "Problem": {
                    "description": "Why it was not carried out (RFC 9457)",
                    "content": { "application/problem+json": { "schema": problem } },
                },
            },
        },
    })
}

fn operation(route: &Route, call: &Call, generator: &mut SchemaGenerator) -> Value {
    let field = |(name, about): &Field| value!({ "name": name, "in": "query", "description": about, "schema": { "type": "string" } });
    let place = |name: &str| value!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "minLength": 1 } });
    let places = route
        .path
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| place(name));
    let mut parameters: Vec<Value> = places.chain(call.fields.iter().map(field)).collect();
    if call.verb == Verb::Post {
        parameters.push(value!({
            "name": "Idempotency-Key", "in": "header", "schema": { "type": "string", "maxLength": 100 },
            "description": "A name for this command: under it, it is carried out at most once",
        }));
    }
    let status = if call.verb == Verb::Get { "200" } else { "201" };
    let powers: Vec<&str> =
        route.actions.iter().map(|action| domain::policy::power_for(action).code()).collect();
    let mut operation = value!({
        "summary": route.what,
        "description": format!("Asks for: {}", powers.join(", ")),
        "parameters": parameters,
        "responses": {
            status: {
                "description": route.what,
                "content": { "application/json": { "schema": (call.answer)(generator) } },
            },
            "default": { "$ref": "#/components/responses/Problem" },
        },
    });
    if let Some(body) = call.body {
        operation["requestBody"] = value!({ "required": true, "content": { "application/json": { "schema": body(generator) } } });
    }
    operation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_of_the_api_is_described() {
        for route in ROUTES.iter().filter(|route| route.path != "/api/v1/openapi.json") {
            let described =
                CALLS.iter().any(|call| (call.verb, call.path) == (route.verb, route.path));
            assert!(described, "{} is not described in api/openapi.rs", route.path);
        }
        assert_eq!(CALLS.len() + 1, ROUTES.len());
    }
}
