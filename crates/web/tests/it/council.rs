//! The council room on the web: set up, called, attended, voted in by its members, counted, closed, printed.

use axum::http::StatusCode;
use domain::accounts::{self, NewAccount, Visitor};
use domain::council::{self as room, Opening, Way};
use kernel::{Actor, Day, Id};

use crate::asking::{get, post};
use crate::books::{Books, PASSWORD, read_words};

/// The sign-in of the member of u1 at a place.
fn voter(books: &Books, place: usize) -> String {
    let by = Actor::operator("thử");
    let (login, name) = (format!("uv-{place}"), format!("Ủy viên {place}"));
    let person = Some(books.member("u1", place));
    let new = NewAccount { login: login.clone(), name, person };
    let id = accounts::open_account(&books.app, &by, &new).unwrap();
    let link = accounts::make_link(&books.app, &by, id).unwrap();
    accounts::use_link(&books.app, &link, PASSWORD).unwrap();
    accounts::sign_in(&books.app, &login, PASSWORD, &Visitor::default()).unwrap().token
}

/// The room of the session of district K.
fn told(books: &Books) -> room::Room {
    room::room(&books.app, &Actor::operator("thử"), books.session("quan-k")).unwrap()
}

const MATTER: &str = "sort=named&named=%3Cb%3EB%C3%A0+Lan&award=ctt.giay_khen&title=Th%C3%A0nh+t%C3%ADch+2021&pass=2%2F3\
    &beyond=0&base=all&ballot=secret&source=Quy+ch%E1%BA%BF+c%E1%BB%A7a+H%E1%BB%99i+%C4%91%E1%BB%93ng";

/// A session with everybody there and one matter in secret; the token of the clerk.
fn attended(books: &Books) -> String {
    let clerk = books.account("hang", "clerk", "quan-k");
    let seats: Vec<String> =
        told(books).members.iter().map(|member| format!("p-{}=present", member.id)).collect();
    let answer = post(books, &clerk, "/council/sessions/{sk}/attendance", &seats.join("&"));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let answer = post(books, &clerk, "/council/sessions/{sk}/matter", MATTER);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    clerk
}

fn matter_of(books: &Books) -> Id {
    told(books).matters[0].id
}

fn ballot_of(books: &Books) -> Id {
    told(books).matters[0].ballots.last().unwrap().id
}

#[test]
fn a_council_is_set_up_by_a_form_and_its_first_session_called() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let empty = read_words(&get(&books, &clerk, "/council?unit=quan-k").text);
    assert!(empty.contains("Chưa có hội đồng nào"), "{empty}");
    let (chair, secretary) = (books.member("u1", 0), books.member("u1", 1));
    let form = format!(
        "name=H%E1%BB%99i+%C4%91%E1%BB%93ng+K&paper-number=45&paper-day-d=1&paper-day-m=2&paper-day-y=2021&role-0=chair\
         &who-0={chair}&title-0=Ch%E1%BB%A7+t%E1%BB%8Bch&role-2=secretary&who-2={secretary}\
         &role-3=member&who-3=%3Ci%3E%C3%94ng+Kh%C3%A1ch&outside-3=1"
    );
    let answer = post(&books, &clerk, "/council/new?unit=quan-k", &form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let council = answer.headers["location"].to_str().unwrap().to_owned();
    let page = get(&books, &clerk, &council);
    assert!(
        page.text.contains("&lt;i&gt;Ông Khách")
            && read_words(&page.text).contains("Ủy viên thư ký")
    );
    let nameless = form.replace(&format!("who-0={chair}"), "who-0=Nobody+Here");
    let wrong = post(&books, &clerk, "/council/new?unit=quan-k", &nameless);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("unknown_person") && wrong.text.contains("&lt;i&gt;Ông Khách"));
    let plan = "title=X%C3%A9t+khen+th%C6%B0%E1%BB%9Fng&on-d=31&on-m=12&on-y=2021&quorum=2%2F3&quorum-source=Quy+ch%E1%BA%BF";
    let bad =
        post(&books, &clerk, &format!("{council}/plan"), &plan.replace("2%2F3", "nhi%E1%BB%81u"));
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text.contains("bad_share"));
    let called = post(&books, &clerk, &format!("{council}/plan"), plan);
    assert_eq!(called.status, StatusCode::SEE_OTHER, "{}", called.text);
    let session = called.headers["location"].to_str().unwrap().to_owned();
    let page = read_words(&get(&books, &clerk, &session).text);
    assert!(
        page.contains("cần 2, là 2/3 của 3") && page.contains("Chương trình họp còn trống"),
        "{page}"
    );
}

#[test]
fn members_vote_in_secret_from_their_own_page_and_nothing_tells_what_before_the_close() {
    let books = Books::told();
    let clerk = attended(&books);
    let tokens = [0, 1, 2].map(|place| voter(&books, place));
    let nothing = read_words(&get(&books, &tokens[0], "/vote").text);
    assert!(nothing.contains("Chưa có phiếu nào đang mở"), "{nothing}");
    let open = format!("way=electronic&matter={}", matter_of(&books));
    let answer = post(&books, &clerk, "/council/sessions/{sk}/open", &open);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let ballot = ballot_of(&books);
    for (token, choice) in tokens.iter().zip(["for", "for", "against"]) {
        let page = get(&books, token, "/vote");
        assert!(page.text.contains("&lt;b&gt;Bà Lan") && page.text.contains("type=\"radio\""));
        let chosen = format!("b-{ballot}={choice}");
        let look = post(&books, token, "/vote", &chosen);
        assert_eq!(look.status, StatusCode::OK);
        assert_eq!(look.headers["cache-control"], "no-store");
        assert!(read_words(&look.text).contains("Bỏ rồi không đổi được"));
        assert!(
            read_words(&get(&books, token, "/vote").text).contains("Xem lại trước khi bỏ"),
            "looking is no vote"
        );
        let cast = post(&books, token, "/vote", &format!("{chosen}&sure=1"));
        assert_eq!(cast.status, StatusCode::SEE_OTHER, "{}", cast.text);
        let after = read_words(&get(&books, token, "/vote").text);
        assert!(after.contains("Đã bỏ phiếu") && !after.contains("Tán thành"), "{after}");
        let again = post(&books, token, "/vote", &format!("{chosen}&sure=1"));
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text.contains("already_voted"));
    }
    let before = get(&books, &clerk, "/council/sessions/{sk}").text;
    assert!(read_words(&before).contains("3/3 người đã bỏ phiếu") && !before.contains("2/3</b>"));
    let clerk_votes = post(&books, &clerk, "/vote", &format!("b-{ballot}=for&sure=1"));
    assert!(clerk_votes.text.contains("no_vote_here"));
    let count = post(&books, &clerk, "/council/sessions/{sk}/count", &format!("ballot={ballot}"));
    assert_eq!(count.status, StatusCode::SEE_OTHER, "{}", count.text);
    let page = read_words(&get(&books, &clerk, "/council/sessions/{sk}").text);
    assert!(page.contains("2/3 66,67% · cần 2") && page.contains("Thông qua"), "{page}");
    let closed = post(&books, &clerk, "/council/sessions/{sk}/close", "");
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text);
    let minutes = get(&books, &clerk, "/council/sessions/{sk}/minutes");
    let words = read_words(&minutes.text);
    assert!(
        words.contains("Tán thành 2 phiếu: thông qua") && minutes.text.contains("&lt;b&gt;Bà Lan"),
        "{words}"
    );
    for place in 0..3 {
        let named = format!("Tán thành: {}", told(&books).members[place].named);
        assert!(!words.contains(&named), "the minutes name nobody's secret vote");
    }
    let set = get(&books, &clerk, "/council/sessions/{sk}/minutes/pdf");
    assert_eq!(set.headers["content-type"], "application/pdf");
    assert!(set.text.starts_with("Minutes(") && set.text.contains("THƯ KÝ"), "{}", set.text);
    assert!(set.text.contains("title: \"1. Thời gian, địa điểm\""), "{}", set.text);
    assert_eq!(books.noted("council.printed").len(), 1);
}

#[test]
fn a_session_is_moved_by_its_page_until_matters_stand_on_its_agenda() {
    let books = Books::told();
    let clerk = books.account("binh", "clerk", "quan-k");
    let page = get(&books, &clerk, "/council/sessions/{sk}");
    assert!(read_words(&page.text).contains("Sửa phiên họp"), "{}", page.text);
    let shown = get(&books, &clerk, "/council/sessions/{sk}/change").text;
    assert!(shown.contains("value=\"31\"") && shown.contains("value=\"2/3\""), "{shown}");
    let form = |day: &str, place: &str| {
        format!(
            "title=X%C3%A9t+khen&{day}&place={place}&quorum=2%2F3&quorum-source=Quy+ch%E1%BA%BF"
        )
    };
    let (own, next) = ("on-d=31&on-m=12&on-y=2021", "on-d=1&on-m=1&on-y=2022");
    let change = |form: &str| post(&books, &clerk, "/council/sessions/{sk}/change", form);
    let dayless = change(&form("on-d=", "Nh%C3%A0+v%C4%83n+h%C3%B3a"));
    assert_eq!(dayless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(dayless.text.contains("bad_day") && dayless.text.contains("Nhà văn hóa"));
    attended(&books);
    let moved = change(&form(next, "Ph%C3%B2ng+2"));
    assert_eq!(moved.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(moved.text.contains("session_has_agenda"), "{}", moved.text);
    let elsewhere = change(&form(own, "Ph%C3%B2ng+2"));
    assert_eq!(elsewhere.status, StatusCode::SEE_OTHER, "{}", elsewhere.text);
    assert_eq!(told(&books).place, "Phòng 2");
    let withdrawn = format!("what=withdraw&matter={}", matter_of(&books));
    post(&books, &clerk, "/council/sessions/{sk}/agenda", &withdrawn);
    assert_eq!(change(&form(next, "")).status, StatusCode::SEE_OTHER);
    assert_eq!(told(&books).on, Day::new(2022, 1, 1).unwrap());
}

#[test]
fn papers_are_entered_twice_and_the_second_is_not_shown_the_first() {
    let books = Books::told();
    let clerk = attended(&books);
    let head = books.account("nga", "head", "ha-noi");
    let open = format!("way=paper&matter={}", matter_of(&books));
    post(&books, &clerk, "/council/sessions/{sk}/open", &open);
    let ballot = ballot_of(&books);
    let address = format!("/council/sessions/{{sk}}/ballots/{ballot}");
    let more = post(&books, &clerk, &address, "for=3&against=1");
    assert_eq!(more.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(more.text.contains("more_ballots_than_voters"));
    assert_eq!(post(&books, &clerk, &address, "for=2&against=1").status, StatusCode::SEE_OTHER);
    let seen = get(&books, &head, &address);
    assert!(
        read_words(&seen.text).contains("1 người đã nhập") && !seen.text.contains("value=\"2\"")
    );
    assert!(get(&books, &clerk, &address).text.contains("value=\"2\""));
    post(&books, &head, &address, "for=1&against=2");
    let count = format!("ballot={ballot}");
    let refused = post(&books, &clerk, "/council/sessions/{sk}/count", &count);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("counts_disagree"));
    assert!(read_words(&get(&books, &head, &address).text).contains("không khớp"));
    post(&books, &head, &address, "for=2&against=1");
    let counted = post(&books, &clerk, "/council/sessions/{sk}/count", &count);
    assert_eq!(counted.status, StatusCode::SEE_OTHER, "{}", counted.text);
    assert!(told(&books).matters[0].counted().unwrap().2);
}

#[test]
fn a_recusal_is_declared_taken_back_and_a_matter_that_fails_needs_a_reason() {
    let books = Books::told();
    let clerk = attended(&books);
    let (matter, member) = (matter_of(&books), told(&books).members[2].id);
    let recuse = format!("what=recuse&matter={matter}&member={member}&reason=ch%E1%BB%8B+em");
    post(&books, &clerk, "/council/sessions/{sk}/agenda", &recuse);
    let page = read_words(&get(&books, &clerk, "/council/sessions/{sk}").text);
    assert!(page.contains("không bỏ phiếu: chị em"), "{page}");
    let open = format!("way=paper&matter={matter}");
    let few = post(&books, &clerk, "/council/sessions/{sk}/open", &open);
    assert_eq!(few.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(few.text.contains("too_few_for_secrecy"));
    let back = format!("what=return&matter={matter}&member={member}");
    post(&books, &clerk, "/council/sessions/{sk}/agenda", &back);
    let hands = Opening { matters: vec![matter], way: Way::Hands, in_writing: Vec::new() };
    let by = Actor::operator("thử");
    let refused = room::open_ballots(&books.app, &by, books.session("quan-k"), &hands);
    assert_eq!(refused.unwrap_err().refusal().unwrap().code, "must_be_secret");
    let silent = post(&books, &clerk, "/council/sessions/{sk}/close", "");
    assert!(silent.text.contains("reason_missing"));
    let reason = format!("r-{matter}=Thi%E1%BA%BFu+h%E1%BB%93+s%C6%A1");
    let closed = post(&books, &clerk, "/council/sessions/{sk}/close", &reason);
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text);
    assert!(
        read_words(&get(&books, &clerk, "/council/sessions/{sk}/minutes").text)
            .contains("để lại. Thiếu hồ sơ.")
    );
}

#[test]
fn a_program_has_no_vote() {
    let books = Books::told();
    let token = books.token("may", "clerk", "quan-k");
    let answer = books.call("GET", "/vote", &token, "", None);
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let answer = books.call("POST", "/vote", &token, "{}", Some("bỏ-phiếu-1"));
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[test]
fn each_field_of_two_forms_on_one_page_has_a_label_of_its_own() {
    let books = Books::told();
    let clerk = attended(&books);
    let council = format!("/council/{}?unit=quan-k", books.council("quan-k"));
    for address in [council.as_str(), "/council/sessions/{sk}?unit=quan-k"] {
        let page = get(&books, &clerk, address).text;
        for id in page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{address}: {id}");
        }
    }
}
