//! Pure decisions about ballots: whether one may be opened and with whom, what its close counts, who may
//! vote in it.

use kernel::{Id, Refusal};

use super::ballot_model::{Ballot, Count, Ended, Opening, Tally, Way};
use super::model::{Matter, Member, Presence, Room};
use super::rules::{must_be_undecided, no};
use super::terms::{Base, Terms};

/// Votes in a secret ballot at least: of two, each would know what the other voted.
pub(super) const SECRET_LEAST: usize = 3;

/// A ballot as it will be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// Who may vote, and whether in writing.
    pub(super) voters: Vec<(Id, bool)>,
    /// What the share is taken of.
    pub(super) base: i64,
    /// Votes needed.
    pub(super) needed: i64,
}

/// Whether there is a quorum: everybody's presence is known and enough are there.
pub(super) fn must_have_quorum(room: &Room, matter: &Matter) -> Result<(), Refusal> {
    let unknown: Vec<&Member> =
        room.members.iter().filter(|each| room.presence_of(each.id).is_none()).collect();
    if let Some(first) = unknown.first() {
        return Err(no(
            "attendance_missing",
            format!("Chưa điểm danh {} người, như {}", unknown.len(), first.named),
            "Điểm danh đủ thành viên rồi mở phiếu",
        ));
    }
    let (present, members) = (room.present() as i64, room.members.len() as i64);
    let quorum = matter.terms.quorum;
    if quorum.is_met(present, members, false) {
        return Ok(());
    }
    let least = quorum.least(members, false);
    Err(no(
        "no_quorum",
        format!(
            "Có mặt {present}/{members} người, chưa đủ {least} người ({} thành viên)",
            quorum.text()
        ),
        "Chờ đủ người, hoặc để việc này lại phiên sau",
    ))
}

/// Whether a ballot on a matter may be opened, and with whom; refusals in their order.
pub(super) fn open(room: &Room, matter: &Matter, opening: &Opening) -> Result<Opened, Refusal> {
    must_be_undecided(matter)?;
    must_have_quorum(room, matter)?;
    let terms = &matter.terms;
    if terms.secret && opening.way == Way::Hands {
        return Err(no(
            "must_be_secret",
            format!("Mục {} phải bỏ phiếu kín", matter.place),
            "Chọn phiếu giấy, hoặc bỏ phiếu trên máy",
        ));
    }
    let written = in_writing(room, matter, opening)?;
    let there = |member: &&Member| room.presence_of(member.id) == Some(Presence::Present);
    let present = room.members.iter().filter(there).map(|member| (member.id, false));
    let takes_part: Vec<(Id, bool)> = present.chain(written).collect();
    let free = |id: &Id| !matter.is_recused(*id);
    let voters: Vec<(Id, bool)> =
        takes_part.iter().copied().filter(|(member, _)| free(member)).collect();
    let counted: Vec<Id> = match terms.base {
        Base::All => room.members.iter().map(|member| member.id).collect(),
        Base::Present => takes_part.iter().map(|(member, _)| *member).collect(),
    };
    let base = counted.iter().filter(|id| !terms.recused_out || free(id)).count() as i64;
    must_be_enough(terms, matter.place, voters.len())?;
    Ok(Opened { voters, base, needed: terms.pass.least(base, terms.beyond) })
}

/// The absent members whose votes come in writing, where that is allowed.
fn in_writing(room: &Room, matter: &Matter, opening: &Opening) -> Result<Vec<(Id, bool)>, Refusal> {
    let mut written: Vec<Id> =
        opening.in_writing.iter().copied().filter(|id| !matter.is_recused(*id)).collect();
    written.sort_unstable();
    written.dedup();
    if written.is_empty() {
        return Ok(Vec::new());
    }
    if !matter.terms.written {
        return Err(no(
            "written_not_allowed",
            format!("Mục {} không nhận phiếu bằng văn bản của người vắng", matter.place),
            "Bỏ chọn người gửi phiếu bằng văn bản",
        ));
    }
    let absent =
        |id: &Id| room.member(*id).is_some() && room.presence_of(*id) != Some(Presence::Present);
    if !written.iter().all(absent) {
        return Err(no(
            "not_absent",
            "Phiếu bằng văn bản chỉ của thành viên vắng mặt",
            "Người có mặt thì bỏ phiếu tại phiên họp",
        ));
    }
    if matter.terms.secret && opening.way == Way::Electronic {
        return Err(no(
            "written_needs_paper",
            "Phiếu kín gửi bằng văn bản phải trộn với phiếu giấy của phiên họp, không thì lộ người bỏ",
            "Bỏ phiếu giấy cho mục này",
        ));
    }
    Ok(written.into_iter().map(|id| (id, true)).collect())
}

fn must_be_enough(terms: &Terms, place: usize, voters: usize) -> Result<(), Refusal> {
    if voters == 0 {
        return Err(no(
            "nobody_votes",
            format!("Mục {place} không còn ai được bỏ phiếu"),
            "Chờ thêm thành viên, hoặc để việc này lại",
        ));
    }
    if terms.secret && voters < SECRET_LEAST {
        return Err(no(
            "too_few_for_secrecy",
            format!(
                "Mục {place} chỉ có {voters} người bỏ phiếu, kết quả sẽ lộ phiếu của từng người"
            ),
            "Phiếu kín cần ít nhất 3 người bỏ",
        ));
    }
    Ok(())
}

/// A ballot that is open.
pub(super) fn must_be_running(ballot: &Ballot) -> Result<(), Refusal> {
    if ballot.ended.is_none() {
        return Ok(());
    }
    Err(no("ballot_closed", "Phiếu này đã kết thúc", "Xem kết quả ở trang phiên họp"))
}

/// The count of papers that two people agree on.
pub(super) fn agreed(counts: &[Count]) -> Result<Tally, Refusal> {
    let [first, rest @ ..] = counts else {
        return Err(counts_missing(0));
    };
    if rest.is_empty() {
        return Err(counts_missing(1));
    }
    match rest.iter().find(|other| other.tally != first.tally) {
        None => Ok(first.tally),
        Some(other) => Err(no(
            "counts_disagree",
            format!("Số phiếu do {} và {} nhập không khớp", first.counter, other.counter),
            "Kiểm lại phiếu giấy; ai nhập sai thì nhập lại",
        )),
    }
}

fn counts_missing(have: usize) -> Refusal {
    no(
        "counts_missing",
        format!("Phiếu giấy phải do hai người nhập riêng, mới có {have} người nhập"),
        "Nhờ người thứ hai đếm và nhập",
    )
}

/// A count as it is entered: no number below nothing, no more papers than voters.
pub(super) fn check_count(tally: Tally, voters: usize) -> Result<(), Refusal> {
    let parts = [tally.votes_for, tally.against, tally.blank, tally.spoilt];
    let stands = parts.iter().all(|part| (0..=1_000).contains(part));
    if stands && tally.sum() <= voters as i64 {
        return Ok(());
    }
    Err(no(
        "more_ballots_than_voters",
        format!("Cộng lại {} phiếu, nhiều hơn {voters} người được bỏ phiếu", tally.sum()),
        "Đếm lại số phiếu thu vào",
    ))
}

/// What a ballot's close counts: the urn, the two counts, or the names.
pub(super) fn counted(ballot: &Ballot, urn: Option<Tally>, early: bool) -> Result<Tally, Refusal> {
    must_be_running(ballot)?;
    let tally = match ballot.way {
        Way::Paper => agreed(&ballot.counts)?,
        Way::Electronic if ballot.secret => of_urn(ballot, urn)?,
        Way::Electronic | Way::Hands => {
            let mut tally = Tally::default();
            ballot
                .voters
                .iter()
                .filter_map(|voter| voter.choice)
                .for_each(|choice| tally.add(choice));
            tally
        }
    };
    let missing = ballot.voters.len() as i64 - tally.sum();
    if missing > 0 && !early {
        return Err(no(
            "votes_missing",
            format!("Còn {missing} người chưa bỏ phiếu"),
            "Chờ đủ phiếu, hoặc đánh dấu kết thúc khi chưa đủ phiếu",
        ));
    }
    if ballot.secret && tally.sum() < SECRET_LEAST as i64 {
        return Err(no(
            "too_few_votes",
            format!("Mới có {} phiếu kín, kiểm lúc này sẽ lộ phiếu của từng người", tally.sum()),
            "Chờ đủ 3 phiếu, hoặc hủy lần bỏ phiếu này mà không xem",
        ));
    }
    Ok(tally)
}

fn of_urn(ballot: &Ballot, urn: Option<Tally>) -> Result<Tally, Refusal> {
    let Some(tally) = urn else {
        return Err(no(
            "ballot_lost",
            "Phiếu kín của lần này không còn: chương trình giữ hòm phiếu đã dừng giữa chừng",
            "Hủy lần này rồi bỏ phiếu lại",
        ));
    };
    if tally.sum() == ballot.voted() as i64 {
        return Ok(tally);
    }
    Err(no(
        "urn_does_not_agree",
        "Số phiếu trong hòm không bằng số người đã bỏ phiếu",
        "Hủy lần này rồi bỏ phiếu lại",
    ))
}

/// Whether so many votes are enough.
pub(super) fn passes(terms: &Terms, votes_for: i64, base: i64) -> bool {
    terms.pass.is_met(votes_for, base, terms.beyond)
}

/// Whether a member's place in a ballot lets them vote now.
pub(super) fn may_vote(ballot: &Ballot, seats: &[Id]) -> Result<Id, Refusal> {
    let voter = ballot.voters.iter().find(|voter| seats.contains(&voter.member)).ok_or_else(|| {
        no(
            "no_vote_here",
            "Tài khoản này không có quyền bỏ phiếu ở mục ấy",
            "Chỉ thành viên hội đồng có mặt và không liên quan được bỏ phiếu; hỏi thư ký hội đồng",
        )
    })?;
    if let Some(Ended::Counted { .. } | Ended::Void(_)) = ballot.ended {
        must_be_running(ballot)?;
    }
    if ballot.way != Way::Electronic {
        return Err(no(
            "not_electronic",
            "Mục này không bỏ phiếu trên máy",
            "Bỏ phiếu tại phiên họp",
        ));
    }
    if voter.in_writing {
        return Err(no(
            "votes_in_writing",
            "Phiếu của thành viên này đến bằng văn bản",
            "Thư ký ghi phiếu nhận được",
        ));
    }
    if voter.has_voted {
        return Err(no(
            "already_voted",
            "Thành viên này đã bỏ phiếu",
            "Mỗi người bỏ một lần, không đổi được",
        ));
    }
    if ballot.is_lost() {
        return Err(no(
            "ballot_lost",
            "Lần bỏ phiếu này không còn hòm phiếu nên không nhận thêm phiếu",
            "Chờ thư ký mở lại",
        ));
    }
    Ok(voter.member)
}
