//! Rights as they are read: the table, "why may I", the dated parameters.

use axum::http::StatusCode;

use crate::books::{Books, Knock, read_words};

fn ask(books: &Books, token: &str, address: &str) -> (StatusCode, String) {
    let answer = books.knock(&Knock { address, token: Some(token), ..Knock::default() });
    (answer.status, answer.text)
}

#[test]
fn the_table_names_every_role_power_and_action_and_ones_own_posts() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let (status, page) = ask(&books, &token, "/rights");
    assert_eq!(status, StatusCode::OK);
    let text = read_words(&page);
    for role in domain::accounts::ROLES {
        assert!(text.contains(role.name.vi), "{}", role.code);
    }
    for (action, power) in domain::policy::TABLE {
        assert!(text.contains(action) && text.contains(power.name().vi), "{action}");
    }
    assert!(text.contains("LĐLĐ quận Khúc"), "{text}");
}

#[test]
fn why_one_may_names_the_post_that_reaches_there_and_says_no_elsewhere() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let (status, page) = ask(&books, &token, "/why?power=import&unit=u1");
    let text = read_words(&page);
    assert_eq!(status, StatusCode::OK);
    assert!(text.contains("Được, nhờ 1 chức vụ"), "{text}");
    assert!(text.contains("đơn vị này nằm dưới LĐLĐ quận Khúc"), "{text}");
    let told = |address| read_words(&ask(&books, &token, address).1);
    assert!(told("/why?power=import&unit=quan-l").contains("không giữ chức vụ nào"));
    assert!(told("/why?power=read_audit&unit=u1").contains("không giữ chức vụ nào"));
    assert!(told("/why?power=import&unit=u1&on=1/1/1999").contains("không giữ chức vụ nào"));
    let outside = told("/why?power=import&unit=quan-l");
    assert!(!outside.contains("quận Lộc"), "nothing is told of a unit out of reach");
    for wrong in ["/why?unit=u1&on=31/6/2021", "/why?unit=khong-co"] {
        assert_eq!(ask(&books, &token, wrong).0, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

#[test]
fn why_another_may_is_told_to_who_manages_accounts_above_them() {
    let books = Books::told();
    books.account("hang", "clerk", "quan-k");
    books.account("lan", "clerk", "quan-l");
    let head = books.account("truong", "head", "quan-k");
    let clerk = books.account("khac", "clerk", "quan-k");
    let (status, page) = ask(&books, &head, "/why?power=import&unit=u1&login=hang");
    assert_eq!(status, StatusCode::OK);
    assert!(read_words(&page).contains("Được, nhờ 1 chức vụ"));
    for (token, login) in [(&head, "lan"), (&clerk, "hang"), (&clerk, "khong-co")] {
        let address = format!("/why?power=import&unit=u1&login={login}");
        assert_eq!(ask(&books, token, &address).0, StatusCode::FORBIDDEN, "{login}");
    }
}

#[test]
fn a_page_without_right_leads_to_why() {
    let books = Books::told();
    let token = books.account("hang", "reader", "quan-k");
    let (status, page) = ask(&books, &token, "/figures/members.closing?unit=u1");
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(page.contains("/why?power=read_people&amp;unit=u1"), "{page}");
    let (status, page) = ask(&books, &token, "/?unit=quan-l");
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(page.contains("/why?power=read_figures&amp;unit=quan-l"), "{page}");
}

#[test]
fn what_is_typed_on_these_pages_is_never_markup() {
    let books = Books::told();
    let token = books.account("truong", "head", "quan-k");
    let typed = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for address in [
        format!("/why?power={typed}&unit={typed}&on={typed}&login={typed}"),
        format!("/why?unit=u1&login={typed}"),
        format!("/why?unit=u1&on={typed}"),
        format!("/parameters?on={typed}"),
    ] {
        let (_, page) = ask(&books, &token, &address);
        assert!(!page.contains("<script>alert"), "{address}");
    }
}

#[test]
fn a_parameter_is_shown_with_its_value_on_the_day_asked_its_source_and_how_sure_it_is() {
    let books = Books::told();
    let token = books.account("hang", "reader", "quan-k");
    let told = |address| read_words(&ask(&books, &token, address).1);
    let text = told("/parameters?on=30/6/2021");
    assert!(text.contains("Có hiệu lực ngày 30/6/2021") && text.contains("Kế hoạch 135/KH-TLĐ"));
    assert!(text.contains("theo nguồn khác dẫn lại") && text.contains("đã đọc văn bản gốc"));
    assert!(told("/parameters?on=1/1/2015").contains("chưa có giá trị nào"));
    assert_eq!(ask(&books, &token, "/parameters?on=x").0, StatusCode::UNPROCESSABLE_ENTITY);
}
