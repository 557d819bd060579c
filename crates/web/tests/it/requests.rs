//! What members ask, and the answer; what is to be done.

use axum::http::StatusCode;

use crate::asking::{get, goal, post};
use crate::books::{Books, read_words};

#[test]
fn a_member_asks_the_clerk_answers_and_the_member_reads_it() {
    let books = Books::told();
    let member = books.member_token("u1");
    let sent = post(
        &books,
        &member,
        "/me/record/request",
        "field=phone&asked=0912.345.678&why=s%E1%BB%91+m%E1%BB%9Bi",
    );
    assert_eq!(goal(&sent), "/me/record");
    let clerk = books.account("hang", "clerk", "quan-k");
    let tasks = get(&books, &clerk, "/tasks?unit=quan-k").text;
    assert!(
        read_words(&tasks).contains("1 đề nghị sửa hồ sơ chờ trả lời"),
        "{}",
        read_words(&tasks)
    );
    assert!(tasks.contains("href=\"/corrections"), "{tasks}");
    let list = read_words(&get(&books, &clerk, "/corrections").text);
    assert!(list.contains("Điện thoại") && list.contains("0912.345.678"), "{list}");
    let one = read_words(&get(&books, &clerk, "/corrections/{rk}").text);
    assert!(one.contains("Sổ đang ghi") && one.contains("Sửa đúng như đề nghị"), "{one}");
    let answered = post(&books, &clerk, "/corrections/{rk}", "answer=apply");
    assert_eq!(goal(&answered), "/corrections");
    let list = read_words(&get(&books, &clerk, "/corrections").text);
    assert!(list.contains("Không có đề nghị nào chờ trả lời"), "{list}");
    let mine = read_words(&get(&books, &member, "/me/record").text);
    assert!(mine.contains("0912345678") && mine.contains("đã sửa"), "{mine}");
}

#[test]
fn a_request_is_declined_with_a_reason_or_stays() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let refused = post(&books, &clerk, "/corrections/{rk}", "answer=decline&said=");
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("reason_missing"));
    assert!(refused.text.contains("aria-invalid=\"true\""), "{}", refused.text);
    assert!(!refused.text.contains("<b>số mới</b>"), "what the member wrote is no markup");
    let bad = post(
        &books,
        &clerk,
        "/corrections/{rk}",
        "answer=done&said=%3Cscript%3Ealert(1)%3C/script%3E",
    );
    goal(&bad);
    let member = books.member_token("u1");
    let page = get(&books, &member, "/me/record").text;
    assert!(!page.contains("<script>alert") && page.contains("alert(1)"), "{page}");
}

#[test]
fn a_guided_correction_begins_with_what_was_asked_and_answers_the_request() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let request = books.request("u1").to_string();
    let form = get(&books, &clerk, &format!("/members/{{k}}/correct?request={request}")).text;
    assert!(form.contains("value=\"0912345678\"") && form.contains(&request), "{form}");
    let fields =
        format!("request={request}&name=Nguy%E1%BB%85n+Th%E1%BB%8B+An&sex=nu&phone=0912345679");
    let look = post(&books, &clerk, "/members/{k}/correct", &format!("step=preview&{fields}"));
    assert!(look.text.contains(&request), "{}", read_words(&look.text));
    let other = books.request("u2").to_string();
    let wrong = fields.replace(&request, &other);
    let refused = post(&books, &clerk, "/members/{k}/correct", &format!("step=write&{wrong}"));
    assert!(!refused.status.is_success() && !refused.status.is_redirection());
    let written = post(&books, &clerk, "/members/{k}/correct", &format!("step=write&{fields}"));
    assert_eq!(goal(&written), "/corrections");
    let one = read_words(&get(&books, &clerk, &format!("/corrections/{request}")).text);
    assert!(one.contains("Đề nghị này đã được nhận"), "{one}");
}

#[test]
fn the_menu_counts_what_the_page_of_tasks_lists_and_not_what_was_there_a_while_ago() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let ask = books.site();
    let before = read_words(&ask(&clerk, "/members?unit=u1").text);
    assert!(before.contains("đang chờ 1"), "{before}");
    books.request("u1");
    let elsewhere = read_words(&ask(&clerk, "/members?unit=u1").text);
    assert!(elsewhere.contains("đang chờ 1"), "kept for a minute: {elsewhere}");
    let listed = read_words(&ask(&clerk, "/tasks?unit=u1").text);
    assert!(listed.contains("1 đề nghị sửa hồ sơ chờ trả lời"), "{listed}");
    assert!(listed.contains("đang chờ 2"), "{listed}");
}

#[test]
fn what_is_to_be_done_is_counted_within_reach_and_leads_to_where_it_is_done() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let none = read_words(&get(&books, &clerk, "/tasks?unit=u1").text);
    assert!(!none.contains("Chỉ tiêu chậm tiến độ") && none.contains("đang chờ 1"), "{none}");
    assert!(none.contains("Đối thoại định kỳ, đơn vị ngoài nhà nước: còn 1 đơn vị"), "{none}");
    let behind = get(&books, &clerk, "/tasks?unit=quan-k").text;
    let words = read_words(&behind);
    assert!(words.contains("Chỉ tiêu chậm tiến độ") && words.contains("0 trên 3"), "{words}");
    assert!(behind.contains("href=\"/figures/units.founded"), "{behind}");
    books.request("u2");
    assert!(!read_words(&get(&books, &clerk, "/tasks?unit=quan-k").text).contains("đề nghị sửa"));
    let reader = books.account("xem", "reader", "quan-k");
    let seen = get(&books, &reader, "/tasks?unit=quan-k").text;
    assert!(seen.contains("href=\"/targets"), "{seen}");
    let english = read_words(&get(&books, &clerk, "/tasks?unit=quan-k&lang=en").text);
    assert!(english.contains("Targets behind their pace"), "{english}");
}

#[test]
fn the_overview_says_what_needs_attention_and_what_was_written_last() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    books.request("u1");
    let page = read_words(&get(&books, &clerk, "/?unit=quan-k").text);
    assert!(page.contains("Cần chú ý") && page.contains("1 đề nghị sửa hồ sơ"), "{page}");
    assert!(page.contains("Ghi gần đây"), "{page}");
    let english = read_words(&get(&books, &clerk, "/?unit=quan-k&lang=en").text);
    assert!(english.contains("1 request for correction waits for an answer"), "{english}");
    let earlier =
        read_words(&get(&books, &clerk, "/?unit=quan-k&as_of=2021-05-01&period=2021").text);
    assert!(!earlier.contains("Cần chú ý") && !earlier.contains("Ghi gần đây"), "{earlier}");
    let reader = books.account("xem", "reader", "quan-k");
    let seen = read_words(&get(&books, &reader, "/?unit=quan-k").text);
    assert!(seen.contains("Cần chú ý") && !seen.contains("Ghi gần đây"), "{seen}");
}

#[test]
fn a_member_without_a_post_begins_at_the_own_record() {
    let books = Books::told();
    let member = books.member_token("u1");
    assert_eq!(goal(&get(&books, &member, "/")), "/me/record");
    assert_eq!(get(&books, &member, "/?unit=quan-k").status, StatusCode::FORBIDDEN);
    for address in ["/corrections", "/documents", "/tasks", "/members"] {
        assert_eq!(get(&books, &member, address).status, StatusCode::FORBIDDEN, "{address}");
    }
}
