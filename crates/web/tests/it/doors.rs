//! Every route × role × scope: what each answers to somebody inside and outside the unit a post is held at. A route
//! without a row here fails, so that no door is left unwatched.

use axum::http::StatusCode;

use crate::books::{Books, Knock};

/// What is asked at a door: how, at which route, with which address and form inside the clerk's scope and outside it.
struct Row {
    verb: &'static str,
    route: &'static str,
    /// The address that asks for something of the clerk's own district.
    inside: &'static str,
    /// The same of another district; empty where a route has no scope.
    outside: &'static str,
    /// The form, for a POST; what is wrong with it beside the scope does not matter.
    form: &'static str,
    /// The roles that are let in, inside: nobody else gets past "not allowed".
    roles: &'static [&'static str],
}

const READERS: &[&str] =
    &["administrator", "head", "clerk", "leader", "auditor", "chair", "reader"];
const PEOPLE: &[&str] = &["administrator", "head", "clerk", "leader", "auditor", "chair"];

const SETTERS: &[&str] = &["administrator", "head", "clerk"];

/// Who may take lists in.
const IMPORTERS: &[&str] = &["administrator", "head", "clerk", "chair"];

/// Who fills reports and files them.
const REPORTERS: &[&str] = &["administrator", "head", "clerk", "chair"];

const fn read(
    route: &'static str,
    inside: &'static str,
    outside: &'static str,
    roles: &'static [&'static str],
) -> Row {
    Row { verb: "GET", route, inside, outside, form: "", roles }
}

/// Who records what happens to members.
const RECORDERS: &[&str] = &["administrator", "head", "clerk", "chair"];

const fn post(
    route: &'static str,
    inside: &'static str,
    outside: &'static str,
    form: &'static str,
    roles: &'static [&'static str],
) -> Row {
    Row { verb: "POST", route, inside, outside, form, roles }
}

const MANAGERS: &[&str] = &["administrator", "head"];

const fn form(
    route: &'static str,
    inside: &'static str,
    outside: &'static str,
    roles: &'static [&'static str],
) -> Row {
    Row { verb: "POST", route, inside, outside, form: "", roles }
}

/// The rows of all doors that are not open to everybody.
const ROWS: &[Row] = &[
    read("/", "/?unit=quan-k", "/?unit=quan-l", READERS),
    read(
        "/figures/{indicator}",
        "/figures/members.closing?unit=quan-k",
        "/figures/members.closing?unit=quan-l",
        PEOPLE,
    ),
    read("/figures.xlsx", "/figures.xlsx?unit=quan-k", "/figures.xlsx?unit=quan-l", READERS),
    read("/figures.csv", "/figures.csv?unit=quan-k", "/figures.csv?unit=quan-l", READERS),
    read("/units", "/units?unit=quan-k", "/units?unit=quan-l", READERS),
    read("/units.csv", "/units.csv?unit=quan-k", "/units.csv?unit=quan-l", READERS),
    read("/units.xlsx", "/units.xlsx?unit=quan-k", "/units.xlsx?unit=quan-l", READERS),
    read("/members", "/members?unit=quan-k", "/members?unit=quan-l", PEOPLE),
    read("/members/new", "/members/new", "", RECORDERS),
    post("/members/new", "/members/new", "", "step=preview", RECORDERS),
    post("/members/bulk", "/members/bulk", "", "id={k}&what=leave", RECORDERS),
    read("/members/{id}", "/members/{k}", "/members/{l}", PEOPLE),
    post("/members/{id}/identity", "/members/{k}/identity", "/members/{l}/identity", "", SETTERS),
    read("/members/{id}/event", "/members/{k}/event", "/members/{l}/event", RECORDERS),
    post("/members/{id}/event", "/members/{k}/event", "/members/{l}/event", "", RECORDERS),
    read("/members/{id}/correct", "/members/{k}/correct", "/members/{l}/correct", RECORDERS),
    post("/members/{id}/correct", "/members/{k}/correct", "/members/{l}/correct", "", RECORDERS),
    read("/members/{id}/take-back", "/members/{k}/take-back", "/members/{l}/take-back", RECORDERS),
    post(
        "/members/{id}/take-back",
        "/members/{k}/take-back",
        "/members/{l}/take-back",
        "",
        RECORDERS,
    ),
    read("/transfers", "/transfers", "", RECORDERS),
    post("/transfers", "/transfers", "", "answer=receive", RECORDERS),
    read(
        "/members/list.csv",
        "/members/list.csv?unit=quan-k",
        "/members/list.csv?unit=quan-l",
        PEOPLE,
    ),
    read(
        "/members/list.xlsx",
        "/members/list.xlsx?unit=quan-k",
        "/members/list.xlsx?unit=quan-l",
        PEOPLE,
    ),
    read("/prospects", "/prospects", "", READERS),
    Row {
        verb: "POST",
        route: "/prospects",
        inside: "/prospects?unit=quan-k",
        outside: "/prospects?unit=quan-l",
        form: "name=Hoa+Sen&outcome=h%E1%BA%B9n",
        roles: SETTERS,
    },
    read("/units/{code}", "/units/quan-k", "", READERS),
    read("/units/{code}/{tab}", "/units/quan-k/figures", "/units/quan-l/figures", READERS),
    read("/units/{code}/do", "/units/quan-k/do", "/units/quan-l/do", SETTERS),
    read("/units/{code}/do/{event}", "/units/quan-k/do/rename", "/units/quan-l/do/rename", SETTERS),
    Row {
        verb: "POST",
        route: "/units/{code}/do/{event}",
        inside: "/units/quan-k/do/rename",
        outside: "/units/quan-l/do/rename",
        form: "name=T%C3%AAn+m%E1%BB%9Bi",
        roles: SETTERS,
    },
    read("/units.json", "/units.json?q=may", "", READERS),
    read("/find", "/find?q=may", "", READERS),
    read("/targets", "/targets?unit=quan-k", "/targets?unit=quan-l", READERS),
    read("/targets/grid", "/targets/grid?unit=quan-k", "/targets/grid?unit=quan-l", SETTERS),
    Row {
        verb: "POST",
        route: "/targets/grid",
        inside: "/targets/grid?unit=quan-k",
        outside: "/targets/grid?unit=quan-l",
        form: "",
        roles: SETTERS,
    },
    read("/rights", "/rights", "", READERS),
    read("/why", "/why?unit=quan-k", "", READERS),
    read("/parameters", "/parameters", "", READERS),
    // The API is asked by tokens; its own tests are in `api.rs`. With a cookie alone it answers reads and refuses to write.
    api("/api/v1/units", "/api/v1/units?q=may", "", READERS),
    api("/api/v1/units/{code}", "/api/v1/units/quan-k", "", READERS),
    api("/api/v1/units/{code}/below", "/api/v1/units/quan-k/below", "", READERS),
    api(
        "/api/v1/units/{code}/figures",
        "/api/v1/units/quan-k/figures",
        "/api/v1/units/quan-l/figures",
        READERS,
    ),
    api(
        "/api/v1/units/{code}/figures/{indicator}/trace",
        "/api/v1/units/quan-k/figures/members.closing/trace",
        "/api/v1/units/quan-l/figures/members.closing/trace",
        PEOPLE,
    ),
    api(
        "/api/v1/units/{code}/targets",
        "/api/v1/units/quan-k/targets",
        "/api/v1/units/quan-l/targets",
        READERS,
    ),
    api("/api/v1/members", "/api/v1/members?q=nguyen", "", PEOPLE),
    // Somebody unknown is told of like somebody out of reach, to everybody.
    api("/api/v1/members/{id}", "/api/v1/members/0000000000000", "", &[]),
    read("/imports", "/imports?unit=quan-k", "/imports?unit=quan-l", IMPORTERS),
    post("/imports", "/imports?unit=quan-k", "/imports?unit=quan-l", "kind=members", IMPORTERS),
    post("/imports/undo", "/imports/undo", "", "import=0000000000001", IMPORTERS),
    read("/imports/{id}", "/imports/0000000000001", "", IMPORTERS),
    post("/imports/{id}/columns", "/imports/0000000000001/columns", "", "", IMPORTERS),
    post("/imports/{id}/rows", "/imports/0000000000001/rows", "", "all=take", IMPORTERS),
    post("/imports/{id}/commit", "/imports/0000000000001/commit", "", "", IMPORTERS),
    read("/imports/{id}/refused.xlsx", "/imports/0000000000001/refused.xlsx", "", IMPORTERS),
    read("/jobs/{id}", "/jobs/0000000000001", "", READERS),
    post("/jobs/{id}/cancel", "/jobs/0000000000001/cancel", "", "", READERS),
    read("/accounts", "/accounts", "", MANAGERS),
    read("/accounts/new", "/accounts/new", "", MANAGERS),
    form("/accounts/new", "/accounts/new", "", MANAGERS),
    read("/accounts/{login}", "/accounts/trong", "/accounts/ngoai", MANAGERS),
    form("/accounts/{login}/posts", "/accounts/trong/posts", "/accounts/ngoai/posts", MANAGERS),
    form(
        "/accounts/{login}/posts/end",
        "/accounts/trong/posts/end",
        "/accounts/ngoai/posts/end",
        MANAGERS,
    ),
    form("/accounts/{login}/link", "/accounts/trong/link", "/accounts/ngoai/link", MANAGERS),
    form(
        "/accounts/{login}/sign-ins/end",
        "/accounts/trong/sign-ins/end",
        "/accounts/ngoai/sign-ins/end",
        MANAGERS,
    ),
    form(
        "/accounts/{login}/second/end",
        "/accounts/trong/second/end",
        "/accounts/ngoai/second/end",
        MANAGERS,
    ),
    form(
        "/accounts/{login}/identity",
        "/accounts/trong/identity",
        "/accounts/ngoai/identity",
        MANAGERS,
    ),
    form(
        "/accounts/{login}/identity/untie",
        "/accounts/trong/identity/untie",
        "/accounts/ngoai/identity/untie",
        MANAGERS,
    ),
    form("/accounts/{login}/amend", "/accounts/trong/amend", "/accounts/ngoai/amend", MANAGERS),
    form("/accounts/{login}/close", "/accounts/trong/close", "/accounts/ngoai/close", MANAGERS),
    // The trail is of the whole of the books: a post at one district opens it to nobody.
    read("/audit", "/audit", "", &[]),
    form("/audit/verify", "/audit/verify", "", &[]),
    read("/me", "/me", "", READERS),
    form("/me/password", "/me/password", "", READERS),
    form("/me/sign-ins/end", "/me/sign-ins/end", "", READERS),
    form("/me/identity", "/me/identity", "", READERS),
    form("/me/identity/untie", "/me/identity/untie", "", READERS),
    form("/me/second", "/me/second", "", READERS),
    form("/me/second/confirm", "/me/second/confirm", "", READERS),
    form("/me/second/end", "/me/second/end", "", READERS),
    form("/me/tokens", "/me/tokens", "", READERS),
    form("/me/tokens/revoke", "/me/tokens/revoke", "", READERS),
    read("/me/record", "/me/record", "", READERS),
    form("/me/record/request", "/me/record/request", "", READERS),
    form("/me/record/take", "/me/record/take", "", READERS),
    Row {
        verb: "POST",
        route: "/sign-out",
        inside: "/sign-out",
        outside: "",
        form: "",
        roles: READERS,
    },
    read("/activities", "/activities?unit=quan-k", "/activities?unit=quan-l", READERS),
    read(
        "/activities/stated",
        "/activities/stated?unit=quan-k",
        "/activities/stated?unit=quan-l",
        RECORDERS,
    ),
    post(
        "/activities/stated",
        "/activities/stated?unit=quan-k",
        "/activities/stated?unit=quan-l",
        "indicator=classes.held&reason=x",
        RECORDERS,
    ),
    read(
        "/activities/{register}",
        "/activities/classes?unit=quan-k",
        "/activities/classes?unit=quan-l",
        READERS,
    ),
    read(
        "/activities/{register}/list.xlsx",
        "/activities/classes/list.xlsx?unit=quan-k",
        "/activities/classes/list.xlsx?unit=quan-l",
        READERS,
    ),
    read(
        "/activities/{register}/list.csv",
        "/activities/classes/list.csv?unit=quan-k",
        "/activities/classes/list.csv?unit=quan-l",
        READERS,
    ),
    read(
        "/activities/{register}/new",
        "/activities/classes/new?unit=quan-k&form=held",
        "/activities/classes/new?unit=quan-l&form=held",
        RECORDERS,
    ),
    post(
        "/activities/{register}/new",
        "/activities/classes/new?unit=quan-k&form=held",
        "/activities/classes/new?unit=quan-l&form=held",
        "unit=quan-k",
        RECORDERS,
    ),
    read(
        "/activities/{register}/import",
        "/activities/classes/import?unit=quan-k",
        "/activities/classes/import?unit=quan-l",
        RECORDERS,
    ),
    post(
        "/activities/{register}/import",
        "/activities/classes/import?unit=quan-k",
        "/activities/classes/import?unit=quan-l",
        "lines=x",
        RECORDERS,
    ),
    // A record that is not there is told of like one out of reach; `activities.rs` asks for those that are.
    read("/activities/{register}/{id}", "/activities/classes/0000000000001", "", READERS),
    read(
        "/activities/{register}/{id}/correct",
        "/activities/classes/0000000000001/correct",
        "",
        RECORDERS,
    ),
    post(
        "/activities/{register}/{id}/correct",
        "/activities/classes/0000000000001/correct",
        "",
        "",
        RECORDERS,
    ),
    post(
        "/activities/{register}/{id}/withdraw",
        "/activities/classes/0000000000001/withdraw",
        "",
        "reason=x",
        RECORDERS,
    ),
    read("/obligations", "/obligations?unit=quan-k", "/obligations?unit=quan-l", READERS),
    read(
        "/obligations/{code}",
        "/obligations/dialogues?unit=quan-k",
        "/obligations/dialogues?unit=quan-l",
        READERS,
    ),
    read("/honours", "/honours?unit=quan-k", "/honours?unit=quan-l", PEOPLE),
    read("/honours/new", "/honours/new?unit=quan-k", "/honours/new?unit=quan-l", RECORDERS),
    form("/honours/new", "/honours/new?unit=quan-k", "/honours/new?unit=quan-l", RECORDERS),
    form("/honours/list", "/honours/list?unit=quan-k", "/honours/list?unit=quan-l", RECORDERS),
    form("/honours/roll", "/honours/roll?unit=quan-k", "/honours/roll?unit=quan-l", MANAGERS),
    read("/rounds", "/rounds?unit=quan-k", "/rounds?unit=quan-l", PEOPLE),
    read("/rounds/new", "/rounds/new?unit=quan-k", "/rounds/new?unit=quan-l", RECORDERS),
    form("/rounds/new", "/rounds/new?unit=quan-k", "/rounds/new?unit=quan-l", RECORDERS),
    read("/rounds/{id}", "/rounds/0000000000001", "", PEOPLE),
    form("/rounds/{id}/call", "/rounds/0000000000001/call", "", RECORDERS),
    form("/rounds/{id}/change", "/rounds/0000000000001/change", "", RECORDERS),
    form("/rounds/{id}/quotas", "/rounds/0000000000001/quotas", "", RECORDERS),
    read("/rounds/{id}/nominate", "/rounds/0000000000001/nominate", "", RECORDERS),
    form("/rounds/{id}/nominate", "/rounds/0000000000001/nominate", "", RECORDERS),
    read("/rounds/{id}/outcome", "/rounds/0000000000001/outcome", "", RECORDERS),
    form("/rounds/{id}/outcome", "/rounds/0000000000001/outcome", "", RECORDERS),
    read("/nominations/{id}", "/nominations/0000000000001", "", PEOPLE),
    form("/nominations/{id}/file", "/nominations/0000000000001/file", "", RECORDERS),
    form("/nominations/{id}/files", "/nominations/0000000000001/files", "", RECORDERS),
    read(
        "/nominations/{id}/files/{file}",
        "/nominations/0000000000001/files/0000000000002",
        "",
        PEOPLE,
    ),
    form(
        "/nominations/{id}/files/{file}/withdraw",
        "/nominations/0000000000001/files/0000000000002/withdraw",
        "",
        RECORDERS,
    ),
    form("/nominations/{id}/act", "/nominations/0000000000001/act", "", RECORDERS),
    read("/openings/{id}", "/openings/0000000000001", "", READERS),
    form("/openings/{id}", "/openings/0000000000001", "", READERS),
    read("/honours/{id}", "/honours/0000000000001", "", PEOPLE),
    form("/honours/{id}/end", "/honours/0000000000001/end", "", RECORDERS),
    read("/emulation", "/emulation?unit=quan-k", "/emulation?unit=quan-l", PEOPLE),
    form("/emulation", "/emulation?unit=quan-k", "/emulation?unit=quan-l", RECORDERS),
    read("/emulation/{id}", "/emulation/0000000000001", "", PEOPLE),
    form("/emulation/{id}/launch", "/emulation/0000000000001/launch", "", RECORDERS),
    form("/emulation/{id}/lines", "/emulation/0000000000001/lines", "", RECORDERS),
    form("/emulation/{id}/register", "/emulation/0000000000001/register", "", RECORDERS),
    form("/emulation/{id}/answer", "/emulation/0000000000001/answer", "", RECORDERS),
    form("/emulation/{id}/delegates", "/emulation/0000000000001/delegates", "", RECORDERS),
    form("/honours/{id}/recovery", "/honours/0000000000001/recovery", "", RECORDERS),
    read("/scores", "/scores?unit=quan-k", "/scores?unit=quan-l", READERS),
    form(
        "/scores/clusters",
        "/scores/clusters?unit=quan-k",
        "/scores/clusters?unit=quan-l",
        RECORDERS,
    ),
    form("/scores/clusters/{id}", "/scores/clusters/0000000000001", "", RECORDERS),
    read(
        "/scores/sheets/new",
        "/scores/sheets/new?unit=quan-k",
        "/scores/sheets/new?unit=quan-l",
        RECORDERS,
    ),
    form(
        "/scores/sheets/new",
        "/scores/sheets/new?unit=quan-k",
        "/scores/sheets/new?unit=quan-l",
        RECORDERS,
    ),
    // A sheet, cycle or card that is not there is told of like one out of reach; `scores.rs` asks for those that are.
    read("/scores/sheets/{id}", "/scores/sheets/0000000000001", "", READERS),
    form("/scores/cycles", "/scores/cycles?unit=quan-k", "/scores/cycles?unit=quan-l", RECORDERS),
    read("/scores/cycles/{id}", "/scores/cycles/0000000000001", "", READERS),
    read(
        "/scores/cycles/{id}/ranking",
        "/scores/cycles/0000000000001/ranking?cluster=0000000000001",
        "",
        READERS,
    ),
    read(
        "/scores/cycles/{id}/ranking.xlsx",
        "/scores/cycles/0000000000001/ranking.xlsx?cluster=0000000000001",
        "",
        READERS,
    ),
    form(
        "/scores/cycles/{id}/ranking",
        "/scores/cycles/0000000000001/ranking?cluster=0000000000001",
        "",
        RECORDERS,
    ),
    read("/scores/cards/{id}", "/scores/cards/0000000000001", "", READERS),
    form("/scores/cards/{id}", "/scores/cards/0000000000001", "", RECORDERS),
    form("/scores/cards/{id}/review", "/scores/cards/0000000000001/review", "", RECORDERS),
    form("/scores/cards/{id}/evidence", "/scores/cards/0000000000001/evidence", "", RECORDERS),
    read(
        "/scores/cards/{id}/evidence/{file}",
        "/scores/cards/0000000000001/evidence/0000000000001",
        "",
        PEOPLE,
    ),
    read("/initiatives", "/initiatives?unit=quan-k", "/initiatives?unit=quan-l", PEOPLE),
    form("/initiatives", "/initiatives?unit=quan-k", "/initiatives?unit=quan-l", RECORDERS),
    read("/awards", "/awards", "", READERS),
    read("/awards/{code}", "/awards/tld.ky_niem_chuong", "", READERS),
    read(
        "/awards/eligibility",
        "/awards/eligibility?unit=quan-k",
        "/awards/eligibility?unit=quan-l",
        PEOPLE,
    ),
    read(
        "/awards/collective",
        "/awards/collective?unit=quan-k",
        "/awards/collective?unit=quan-l",
        PEOPLE,
    ),
    read(
        "/members/{id}/eligibility",
        "/members/{k}/eligibility",
        "/members/{l}/eligibility",
        PEOPLE,
    ),
    post(
        "/members/{id}/eligibility",
        "/members/{k}/eligibility",
        "/members/{l}/eligibility",
        "what=service.chuyen_trach&from-d=1&from-m=1&from-y=2015",
        RECORDERS,
    ),
    read("/documents", "/documents?unit=quan-k", "/documents?unit=quan-l", READERS),
    read("/documents/new", "/documents/new?unit=quan-k", "/documents/new?unit=quan-l", RECORDERS),
    post(
        "/documents/new",
        "/documents/new?unit=quan-k",
        "/documents/new?unit=quan-l",
        "way=issued",
        RECORDERS,
    ),
    read("/documents/{id}", "/documents/{dk}", "/documents/{dl}", READERS),
    post("/documents/{id}/files", "/documents/{dk}/files", "/documents/{dl}/files", "", RECORDERS),
    read(
        "/documents/{id}/files/{file}",
        "/documents/{dk}/files/0000000000001",
        "/documents/{dl}/files/0000000000001",
        PEOPLE,
    ),
    post(
        "/documents/{id}/files/{file}/withdraw",
        "/documents/{dk}/files/0000000000001/withdraw",
        "/documents/{dl}/files/0000000000001/withdraw",
        "",
        RECORDERS,
    ),
    post(
        "/documents/{id}/withdraw",
        "/documents/{dk}/withdraw",
        "/documents/{dl}/withdraw",
        "entry=0000000000001&reason-0000000000001=x",
        RECORDERS,
    ),
    read("/corrections", "/corrections", "", RECORDERS),
    read("/corrections/{id}", "/corrections/{rk}", "/corrections/{rl}", RECORDERS),
    post(
        "/corrections/{id}",
        "/corrections/{rk}",
        "/corrections/{rl}",
        "answer=decline",
        RECORDERS,
    ),
    read("/tasks", "/tasks?unit=quan-k", "/tasks?unit=quan-l", READERS),
    read("/figures/ages", "/figures/ages?unit=quan-k", "/figures/ages?unit=quan-l", READERS),
    read("/compare", "/compare?unit=quan-k", "/compare?unit=quan-l", READERS),
    read("/compare.xlsx", "/compare.xlsx?unit=quan-k", "/compare.xlsx?unit=quan-l", READERS),
    read(
        "/compare.csv",
        "/compare.csv?unit=quan-k",
        "/compare.csv?unit=quan-k&unit2=quan-l",
        READERS,
    ),
    read("/check", "/check", "", READERS),
    post("/check", "/check?unit=quan-k", "/check?unit=quan-l", "pasted=21%2F27", READERS),
    read("/duplicates", "/duplicates?unit=quan-k", "/duplicates?unit=quan-l", RECORDERS),
    read(
        "/duplicates/answered",
        "/duplicates/answered?unit=quan-k",
        "/duplicates/answered?unit=quan-l",
        RECORDERS,
    ),
    post("/duplicates/merge", "/duplicates/merge", "", "a={k}&b={k}&keep={k}", RECORDERS),
    post("/duplicates/unmerge", "/duplicates/unmerge", "", "dropped={k}", RECORDERS),
    post("/duplicates/apart", "/duplicates/apart", "", "a={k}&b={k}", RECORDERS),
    post("/duplicates/again", "/duplicates/again", "", "a={k}&b={k}", RECORDERS),
    post("/print/figures", "/print/figures?unit=quan-k", "/print/figures?unit=quan-l", "", READERS),
    post("/print/members", "/print/members?unit=quan-k", "/print/members?unit=quan-l", "", PEOPLE),
    post("/print/targets", "/print/targets?unit=quan-k", "/print/targets?unit=quan-l", "", READERS),
    read("/reorganise", "/reorganise?unit=quan-k", "/reorganise?unit=quan-l", SETTERS),
    post(
        "/reorganise",
        "/reorganise?unit=quan-k",
        "/reorganise?unit=quan-l",
        "paper-number=1",
        SETTERS,
    ),
    read(
        "/reorganise/list.xlsx",
        "/reorganise/list.xlsx?unit=quan-k",
        "/reorganise/list.xlsx?unit=quan-l",
        SETTERS,
    ),
    post("/reorganise/undo", "/reorganise/undo", "", "id=0000000000001", SETTERS),
    read("/reorganise/{id}", "/reorganise/0000000000001", "", SETTERS),
    post(
        "/reorganise/{id}/decision",
        "/reorganise/0000000000001/decision",
        "",
        "on-d=1&on-m=6&on-y=2021&paper-number=1",
        SETTERS,
    ),
    post("/reorganise/{id}/file", "/reorganise/0000000000001/file", "", "", SETTERS),
    post("/reorganise/{id}/commit", "/reorganise/0000000000001/commit", "", "", SETTERS),
    post("/reorganise/{id}/again", "/reorganise/0000000000001/again", "", "", SETTERS),
    read("/reorganise/{id}/list.xlsx", "/reorganise/0000000000001/list.xlsx", "", SETTERS),
    // So is a copy of them.
    read("/system", "/system", "", &[]),
    form("/system/backup", "/system/backup", "", &[]),
    form("/system/examine", "/system/examine", "", &[]),
    read("/system/backups/{name}", "/system/backups/sao-luu-2021-01-01-X.db", "", &[]),
    form("/system/backups/{name}/drill", "/system/backups/sao-luu-2021-01-01-X.db/drill", "", &[]),
    form("/system/backups/{name}/take", "/system/backups/sao-luu-2021-01-01-X.db/take", "", &[]),
    read(
        "/articles/{form}",
        "/articles/sau_thang?unit=quan-k&period=2021-H1",
        "/articles/sau_thang?unit=quan-l&period=2021-H1",
        READERS,
    ),
    post(
        "/articles/{form}/publish",
        "/articles/sau_thang/publish?unit=quan-k&period=2021-H1",
        "/articles/sau_thang/publish?unit=quan-l&period=2021-H1",
        "",
        SETTERS,
    ),
    post(
        "/articles/{form}/withdraw",
        "/articles/sau_thang/withdraw?unit=quan-k&period=2021-H1",
        "",
        "id=0000000000001",
        SETTERS,
    ),
    read("/report-calls", "/report-calls?unit=quan-k", "/report-calls?unit=quan-l", READERS),
    post(
        "/report-calls",
        "/report-calls?unit=quan-k",
        "/report-calls?unit=quan-l",
        "what=1_hdcd%7C2020-12-01..2021-05-31&due-d=1&due-m=2&due-y=2030",
        SETTERS,
    ),
    read("/report-calls/{id}", "/report-calls/0000000000001", "", READERS),
    read("/report-calls/{id}/xlsx", "/report-calls/0000000000001/xlsx", "", READERS),
    post(
        "/report-calls/{id}/unit",
        "/report-calls/0000000000001/unit",
        "",
        "what=let-off&which=0000000000001&reason=x",
        SETTERS,
    ),
    post("/report-calls/{id}/withdraw", "/report-calls/0000000000001/withdraw", "", "", SETTERS),
    read("/report-forms", "/report-forms", "", READERS),
    read("/report-forms/{code}/toml", "/report-forms/ket_qua_nam/toml", "", READERS),
    read("/report-forms/edit", "/report-forms/edit", "", SETTERS),
    post("/report-forms/edit", "/report-forms/edit", "", "what=add", SETTERS),
    read(
        "/reports/{form}/hall",
        "/reports/doan_vien_cdcs/hall?unit=quan-k&period=2021-H1",
        "/reports/doan_vien_cdcs/hall?unit=quan-l&period=2021-H1",
        READERS,
    ),
    read("/exchange", "/exchange", "", READERS),
    post("/exchange/look", "/exchange/look", "", "", SETTERS),
    post("/exchange/receive", "/exchange/receive", "", "package=%7B%7D", SETTERS),
    read("/exchange/keys", "/exchange/keys", "", READERS),
    post("/exchange/keys", "/exchange/keys", "", "speaks-for=quan-k", SETTERS),
    post("/exchange/keys/end", "/exchange/keys/end", "", "id=0000000000001&why=x", SETTERS),
    post("/exchange/keys/own", "/exchange/keys/own", "", "", REPORTERS),
    // A package nobody took in is told of to everybody alike; those within reach are tested in `exchange.rs`.
    read("/exchange/{id}", "/exchange/0000000000001", "", READERS),
    read("/exchange/{id}/file", "/exchange/0000000000001/file", "", READERS),
    read(
        "/reports/{form}/package",
        "/reports/doan_vien_cdcs/package?unit=quan-k&period=2021-H1",
        "/reports/doan_vien_cdcs/package?unit=quan-l&period=2021-H1",
        REPORTERS,
    ),
    read(
        "/reports/{form}/line",
        "/reports/doan_vien_cdcs/line?unit=quan-k&period=2021-H1&line=II.2",
        "/reports/doan_vien_cdcs/line?unit=quan-l&period=2021-H1&line=II.2",
        READERS,
    ),
    read("/reports", "/reports?unit=quan-k", "/reports?unit=quan-l", READERS),
    read(
        "/reports/{form}",
        "/reports/doan_vien_cdcs?unit=quan-k&period=2021-H1",
        "/reports/doan_vien_cdcs?unit=quan-l&period=2021-H1",
        READERS,
    ),
    read(
        "/reports/{form}/xlsx",
        "/reports/doan_vien_cdcs/xlsx?unit=quan-k&period=2021-H1",
        "/reports/doan_vien_cdcs/xlsx?unit=quan-l&period=2021-H1",
        READERS,
    ),
    post(
        "/reports/{form}/cells",
        "/reports/doan_vien_cdcs/cells?unit=quan-k&period=2021-H1",
        "/reports/doan_vien_cdcs/cells?unit=quan-l&period=2021-H1",
        "v-IV.1=120",
        REPORTERS,
    ),
    post(
        "/reports/{form}/step",
        "/reports/doan_vien_cdcs/step?unit=quan-k&period=2021-H1",
        "/reports/doan_vien_cdcs/step?unit=quan-l&period=2021-H1",
        "step=submit",
        REPORTERS,
    ),
    read("/honours/{id}/paper", "/honours/0000000000001/paper", "", PEOPLE),
    post("/print/honours/{id}", "/print/honours/0000000000001", "", "as=pdf", PEOPLE),
    read("/documents/{id}/paper", "/documents/{dk}/paper", "/documents/{dl}/paper", PEOPLE),
    post(
        "/print/documents/{id}",
        "/print/documents/{dk}",
        "/print/documents/{dl}",
        "as=pdf",
        PEOPLE,
    ),
    read("/rounds/{id}/letter", "/rounds/0000000000001/letter?unit=quan-k", "", PEOPLE),
    post("/print/rounds/{id}", "/print/rounds/0000000000001?unit=quan-k", "", "as=pdf", PEOPLE),
    read(
        "/council/sessions/{id}/minutes/pdf",
        "/council/sessions/0000000000001/minutes/pdf",
        "",
        PEOPLE,
    ),
    read(
        "/council/sessions/{id}/minutes/docx",
        "/council/sessions/0000000000001/minutes/docx",
        "",
        PEOPLE,
    ),
    read(
        "/reports/{form}/pdf",
        "/reports/doan_vien_cdcs/pdf?unit=quan-k&period=2021-H1",
        "/reports/doan_vien_cdcs/pdf?unit=quan-l&period=2021-H1",
        READERS,
    ),
    read(
        "/reports/{form}/docx",
        "/reports/doan_vien_cdcs/docx?unit=quan-k&period=2021-H1",
        "/reports/doan_vien_cdcs/docx?unit=quan-l&period=2021-H1",
        READERS,
    ),
    read("/certificates", "/certificates?unit=quan-k", "", PEOPLE),
    read("/certificates/new", "/certificates/new?unit=quan-k", "", RECORDERS),
    post(
        "/certificates/new",
        "/certificates/new?unit=quan-k",
        "/certificates/new?unit=quan-l",
        "paper-number=9&paper-day-d=1&paper-day-m=2&paper-day-y=2021&series=GK&content=a&recipients=a&issuer=a&place=a&signed-as=a&signer=a",
        RECORDERS,
    ),
    read("/certificates/decision/{id}", "/certificates/decision/0000000000001", "", PEOPLE),
    read(
        "/certificates/decision/{id}/print.pdf",
        "/certificates/decision/0000000000001/print.pdf",
        "",
        PEOPLE,
    ),
    post("/print/certificates/{id}", "/print/certificates/0000000000001", "", "", PEOPLE),
    read("/certificates/run/{id}", "/certificates/run/0000000000001", "", PEOPLE),
    read("/certificates/{id}", "/certificates/0000000000001", "", PEOPLE),
    read("/certificates/{id}/print.pdf", "/certificates/0000000000001/print.pdf", "", PEOPLE),
    post(
        "/certificates/{id}/deliver",
        "/certificates/0000000000001/deliver",
        "",
        "what=paper&receiver=a",
        RECORDERS,
    ),
    post(
        "/certificates/{id}/revoke",
        "/certificates/0000000000001/revoke",
        "",
        "cause=a&paper-number=1",
        RECORDERS,
    ),
    read("/council", "/council?unit=quan-k", "", PEOPLE),
    read("/council/new", "/council/new?unit=quan-k", "", SETTERS),
    post(
        "/council/new",
        "/council/new?unit=quan-k",
        "/council/new?unit=quan-l",
        "name=a&paper-number=9",
        SETTERS,
    ),
    read("/council/{id}", "/council/{ck}", "/council/{cl}", PEOPLE),
    post("/council/{id}/seats", "/council/{ck}/seats", "/council/{cl}/seats", "who=a", SETTERS),
    read("/council/{id}/plan", "/council/{ck}/plan", "/council/{cl}/plan", SETTERS),
    post(
        "/council/{id}/plan",
        "/council/{ck}/plan",
        "/council/{cl}/plan",
        "title=H%E1%BB%8Dp&on-d=5&on-m=1&on-y=2022&quorum=2%2F3&quorum-source=quy+ch%E1%BA%BF",
        SETTERS,
    ),
    read("/council/sessions/{id}", "/council/sessions/{sk}", "/council/sessions/{sl}", PEOPLE),
    form(
        "/council/sessions/{id}/attendance",
        "/council/sessions/{sk}/attendance",
        "/council/sessions/{sl}/attendance",
        SETTERS,
    ),
    read(
        "/council/sessions/{id}/matter",
        "/council/sessions/{sk}/matter",
        "/council/sessions/{sl}/matter",
        SETTERS,
    ),
    post(
        "/council/sessions/{id}/matter",
        "/council/sessions/{sk}/matter",
        "/council/sessions/{sl}/matter",
        "title=X%C3%A9t+khen&sort=named&named=a&pass=2%2F3&source=quy+ch%E1%BA%BF",
        SETTERS,
    ),
    post(
        "/council/sessions/{id}/agenda",
        "/council/sessions/{sk}/agenda",
        "/council/sessions/{sl}/agenda",
        "what=withdraw&matter=0000000000001",
        SETTERS,
    ),
    form(
        "/council/sessions/{id}/open",
        "/council/sessions/{sk}/open",
        "/council/sessions/{sl}/open",
        SETTERS,
    ),
    form(
        "/council/sessions/{id}/count",
        "/council/sessions/{sk}/count",
        "/council/sessions/{sl}/count",
        SETTERS,
    ),
    read(
        "/council/sessions/{id}/change",
        "/council/sessions/{sk}/change",
        "/council/sessions/{sl}/change",
        SETTERS,
    ),
    form(
        "/council/sessions/{id}/change",
        "/council/sessions/{sk}/change",
        "/council/sessions/{sl}/change",
        SETTERS,
    ),
    form(
        "/council/sessions/{id}/cancel",
        "/council/sessions/{sk}/cancel",
        "/council/sessions/{sl}/cancel",
        SETTERS,
    ),
    read(
        "/council/sessions/{id}/ballots/{ballot}",
        "/council/sessions/{sk}/ballots/0000000000001",
        "/council/sessions/{sl}/ballots/0000000000001",
        SETTERS,
    ),
    post(
        "/council/sessions/{id}/ballots/{ballot}",
        "/council/sessions/{sk}/ballots/0000000000001",
        "/council/sessions/{sl}/ballots/0000000000001",
        "for=1",
        SETTERS,
    ),
    post(
        "/council/sessions/{id}/ballots/{ballot}/void",
        "/council/sessions/{sk}/ballots/0000000000001/void",
        "/council/sessions/{sl}/ballots/0000000000001/void",
        "reason=nh%E1%BA%A7m",
        SETTERS,
    ),
    read(
        "/council/sessions/{id}/close",
        "/council/sessions/{sk}/close",
        "/council/sessions/{sl}/close",
        SETTERS,
    ),
    form(
        "/council/sessions/{id}/close",
        "/council/sessions/{sk}/close",
        "/council/sessions/{sl}/close",
        SETTERS,
    ),
    read(
        "/council/sessions/{id}/minutes",
        "/council/sessions/{sk}/minutes",
        "/council/sessions/{sl}/minutes",
        PEOPLE,
    ),
    read("/vote", "/vote", "", READERS),
    post("/vote", "/vote", "", "sure=1", READERS),
];

/// The API asks for tokens, so without one it says so instead of leading to the door.
const fn api(
    route: &'static str,
    inside: &'static str,
    outside: &'static str,
    roles: &'static [&'static str],
) -> Row {
    read(route, inside, outside, roles)
}

#[test]
fn every_door_has_its_row() {
    // What programs write is held by `api.rs`, with tokens.
    let is_written_by_programs =
        |verb: &str, route: &str| verb == "POST" && route.starts_with("/api/");
    for (verb, route, is_open) in web::doors() {
        if is_written_by_programs(verb, route) {
            continue;
        }
        let rows = ROWS.iter().filter(|row| row.verb == verb && row.route == route).count();
        assert_eq!(rows, usize::from(!is_open), "{verb} {route}: write a row in tests/it/doors.rs");
    }
}

#[test]
fn who_did_not_sign_in_is_shown_the_door_everywhere() {
    let books = Books::told();
    for row in ROWS {
        let answer = books.knock(&Knock {
            verb: row.verb,
            address: row.inside,
            form: row.form,
            ..Knock::default()
        });
        if row.route.starts_with("/api/") {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", row.inside);
            continue;
        }
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{} {}", row.verb, row.inside);
        let to = answer.headers["location"].to_str().unwrap();
        assert!(to.starts_with("/sign-in"), "{} leads to {to}", row.inside);
    }
}

#[test]
fn every_role_is_let_in_where_the_table_says_and_nowhere_else() {
    let books = Books::told();
    books.link("trong", "reader", "quan-k");
    books.link("ngoai", "reader", "quan-l");
    for role in READERS {
        let token = books.account(role, role, "quan-k");
        for row in ROWS.iter().filter(|row| row.route != "/sign-out") {
            let ask = |address| {
                let knock = Knock {
                    verb: row.verb,
                    address,
                    form: row.form,
                    token: Some(&token),
                    ..Knock::default()
                };
                books.knock(&knock)
            };
            let inside = ask(row.inside);
            let let_in = row.roles.contains(role);
            assert_eq!(
                inside.status == StatusCode::FORBIDDEN,
                !let_in,
                "{role} {} {}: {}",
                row.verb,
                row.inside,
                inside.text
            );
            assert!(inside.status.as_u16() < 500, "{role} {}", row.inside);
            if !row.outside.is_empty() {
                let outside = ask(row.outside);
                assert_eq!(
                    outside.status,
                    StatusCode::FORBIDDEN,
                    "{role} {} {}",
                    row.verb,
                    row.outside
                );
            }
        }
    }
}

#[test]
fn no_form_is_carried_out_without_its_key_or_from_elsewhere() {
    let books = Books::told();
    let token = books.account("quan", "administrator", "ha-noi");
    for row in ROWS.iter().filter(|row| row.verb == "POST") {
        let knock = Knock {
            verb: "POST",
            address: row.inside,
            form: row.form,
            token: Some(&token),
            ..Knock::default()
        };
        let keyless = books.knock(&Knock { keyless: true, ..knock.clone() });
        assert_eq!(keyless.status, StatusCode::FORBIDDEN, "{} without a key", row.inside);
        assert!(keyless.text.contains("form_expired"), "{}", row.inside);
        let foreign = books.knock(&Knock { origin: Some("https://elsewhere.example"), ..knock });
        assert_eq!(foreign.status, StatusCode::FORBIDDEN, "{} from elsewhere", row.inside);
        assert!(foreign.text.contains("foreign_form"), "{}", row.inside);
    }
}
