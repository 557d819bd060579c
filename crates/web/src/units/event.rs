//! The events of a unit as forms ask for them: which fields each has, and how they become one change of the books.

use domain::units::{Act, Change, Entry, Founding, Method, scope_of_code};
use kernel::{Block, Id, Refusal, Text, UnitKind};

use super::profile::Record;
use crate::parts::{paper, typed};
use crate::site::Visit;

/// A group of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A new name.
    Name,
    /// Kind and block.
    Class,
    /// Code, name, kind and block of a unit that begins.
    NewUnit,
    /// How it was founded, with how many.
    Founding,
    /// The receiving unit.
    To(Text),
    /// The units that are joined with this one.
    Others,
    /// A successor: one that stands, or a new one.
    Successor(Text, &'static str),
    /// Who goes to the first successor; the others stay, or go to the second.
    Who(Text),
    /// Dissolved, or struck off.
    How,
}

/// An event.
pub(super) struct Event {
    /// The part of the path.
    pub(super) code: &'static str,
    pub(super) name: Text,
    pub(super) lead: Text,
    pub(super) parts: &'static [Part],
    /// Whether it can do without a decision.
    pub(super) paperless: bool,
    /// Whether it is of a unit that ended.
    pub(super) of_ended: bool,
}

const fn event(code: &'static str, name: Text, lead: Text, parts: &'static [Part]) -> Event {
    Event { code, name, lead, parts, paperless: false, of_ended: false }
}

use super::words::{
    REST_SECOND, REST_STAYS, SUCCESSOR_FIRST, SUCCESSOR_SECOND, UNIT_INTO, UNIT_TO,
    UNIT_TO_SUPERIOR,
};

/// Every event, in the order in which they are offered.
pub(super) const EVENTS: &[Event] = &[
    event(
        "found",
        Text::new("Thành lập đơn vị trực thuộc", "Found a unit below"),
        Text::new(
            "Đơn vị mới do đơn vị này quản lý trực tiếp.",
            "A new unit, managed by this one.",
        ),
        &[Part::NewUnit, Part::Founding],
    ),
    event(
        "rename",
        Text::new("Đổi tên", "Rename"),
        Text::new("Văn bản cũ vẫn giữ tên cũ.", "Old papers keep the old name."),
        &[Part::Name],
    ),
    event(
        "reclassify",
        Text::new("Đổi loại hình, khối", "Reclassify"),
        Text::new(
            "Từ ngày ấy đơn vị đứng ở cột khác của mọi báo cáo.",
            "From that day the unit stands in another column of every report.",
        ),
        &[Part::Class],
    ),
    Event {
        paperless: true,
        ..event(
            "suspend",
            Text::new("Tạm ngừng hoạt động", "Suspend"),
            Text::new(
                "Không phải kết thúc: đoàn viên vẫn ở đơn vị.",
                "Not an ending: the members stay.",
            ),
            &[],
        )
    },
    Event {
        paperless: true,
        ..event(
            "resume",
            Text::new("Hoạt động trở lại", "Resume"),
            Text::new("Sau một thời gian tạm ngừng.", "After a suspension."),
            &[],
        )
    },
    event(
        "hand-over",
        Text::new("Bàn giao", "Hand over"),
        Text::new(
            "Đơn vị sang cấp trên khác cùng đoàn viên; tính là bàn giao và tiếp nhận.",
            "To another superior with its members; counted as handed over and received.",
        ),
        &[Part::To(UNIT_TO)],
    ),
    event(
        "move",
        Text::new("Sắp xếp lại cấp quản lý", "Move"),
        Text::new(
            "Chỉ đổi cấp quản lý vì tổ chức bên trên sắp xếp lại; không tính là bàn giao.",
            "Only the line above changes; not counted as a hand-over.",
        ),
        &[Part::To(UNIT_TO_SUPERIOR)],
    ),
    event(
        "merge",
        Text::new("Sáp nhập vào đơn vị khác", "Merge into another"),
        Text::new(
            "Đơn vị kết thúc; mọi đoàn viên sang đơn vị kia.",
            "The unit ends; all members go to the other.",
        ),
        &[Part::To(UNIT_INTO)],
    ),
    event(
        "join",
        Text::new("Hợp nhất thành đơn vị mới", "Join into a new unit"),
        Text::new(
            "Đơn vị này và các đơn vị kể ra cùng kết thúc; đoàn viên về đơn vị mới.",
            "This unit and those named end; the members go to a new unit.",
        ),
        &[Part::Others, Part::NewUnit],
    ),
    event(
        "split",
        Text::new("Tách một phần", "Split off a part"),
        Text::new(
            "Một số đoàn viên sang đơn vị khác; đơn vị này ở lại với những người còn lại.",
            "Some members go to another unit; this one stays with the rest.",
        ),
        &[Part::Successor(SUCCESSOR_FIRST, "a"), Part::Who(REST_STAYS)],
    ),
    event(
        "divide",
        Text::new("Chia thành hai đơn vị", "Divide in two"),
        Text::new(
            "Đơn vị kết thúc; mỗi đoàn viên về một trong hai đơn vị kế tục.",
            "The unit ends; each member goes to one of two successors.",
        ),
        &[
            Part::Successor(SUCCESSOR_FIRST, "a"),
            Part::Successor(SUCCESSOR_SECOND, "b"),
            Part::Who(REST_SECOND),
        ],
    ),
    event(
        "end",
        Text::new("Kết thúc hoạt động", "End"),
        Text::new(
            "Giải thể hoặc xóa tên; đoàn viên thôi cùng đơn vị.",
            "Dissolved or struck off; the members end with it.",
        ),
        &[Part::How],
    ),
    Event {
        of_ended: true,
        ..event(
            "restore",
            Text::new("Khôi phục", "Restore"),
            Text::new(
                "Đơn vị đã kết thúc hoạt động lại; đoàn viên trở lại từng người.",
                "An ended unit stands again; its members come back one by one.",
            ),
            &[],
        )
    },
];

/// The event of a path.
pub(super) fn find(code: &str) -> Option<&'static Event> {
    EVENTS.iter().find(|event| event.code == code)
}

/// A refusal with the field it is about.
pub(super) type Wrong = (Option<&'static str>, Refusal);

fn wrong(field: &'static str) -> impl FnOnce(Refusal) -> Wrong {
    move |refusal| (Some(field), refusal)
}

/// The code of the unit that was typed as a code or a name.
fn unit(visit: &Visit, field: &'static str) -> Result<String, Wrong> {
    let typed = visit.form.text(field);
    if scope_of_code(&visit.app, &visit.actor, typed).is_ok() {
        return Ok(typed.to_owned());
    }
    let found = visit.units_called(typed, 20).unwrap_or_default();
    match &found[..] {
        [row] if !typed.is_empty() => Ok(row.code.clone()),
        [] => Err(wrong(field)(Refusal::new(
            "unknown_unit",
            format!("Sổ không có đơn vị “{typed}”"),
            "Gõ mã đơn vị, hoặc vài chữ của tên rồi chọn trong danh sách",
        ))),
        _ => Err(wrong(field)(Refusal::new(
            "several_units",
            format!("Có {} đơn vị khớp “{typed}”", found.len()),
            "Gõ mã của đúng đơn vị",
        ))),
    }
}

fn new_unit(visit: &Visit, record: &Record<'_>, entry: Entry, at: &str) -> Result<Founding, Wrong> {
    let form = &visit.form;
    let last = record.profile.versions.last();
    let (kind, block) = (form.text("kind"), form.text("block"));
    let kind = UnitKind::from_code(kind).or(last.map(|version| version.kind));
    let block = Block::from_code(block).or(last.map(|version| version.block));
    let code = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}-{name}") };
    // A unit founded below stands under this one; one formed from others under their own manager.
    let above = record.profile.card.managers.first().map(|(_, code, _)| code.clone());
    let own = record.profile.card.code.clone();
    let manager = if entry == Entry::Founded { own } else { above.unwrap_or_default() };
    Ok(Founding {
        code: form.text(&code("new-code")).to_owned(),
        name: form.text(&code("new-name")).to_owned(),
        kind: kind.unwrap_or(UnitKind::Grassroots),
        block: block.unwrap_or(Block::Other),
        manager,
        entry,
        method: match form.text("method") {
            "moi" => Some(Method::New),
            "truyen_thong" => Some(Method::Traditional),
            _ => None,
        },
        members: form
            .some("members")
            .map(|typed| typed::count(typed).map_err(wrong("members")))
            .transpose()?,
        address: form.some("address").map(str::to_owned),
    })
}

/// A successor: its code, and the act that forms it when it is new.
fn successor(
    visit: &Visit,
    record: &Record<'_>,
    at: &'static str,
    field: &'static str,
) -> Result<(String, Option<Act>), Wrong> {
    if visit.form.some(field).is_some() {
        return Ok((unit(visit, field)?, None));
    }
    let new = new_unit(visit, record, Entry::Formed, at)?;
    if new.code.is_empty() && new.name.is_empty() {
        return Err(wrong(field)(Refusal::new(
            "successor_missing",
            "Chưa chọn đơn vị kế tục",
            "Chọn một đơn vị đã có, hoặc ghi mã và tên của đơn vị mới",
        )));
    }
    Ok((new.code.clone(), Some(Act::Found(Founding { method: None, members: None, ..new }))))
}

/// The members chosen; a unit that nobody goes to is no part of another.
fn ticked(visit: &Visit) -> Result<Vec<Id>, Wrong> {
    let chosen: Vec<Id> = visit.form.all("who").filter_map(Id::parse).collect();
    if chosen.is_empty() {
        return Err(wrong("who")(Refusal::new(
            "nobody_chosen",
            "Chưa chọn đoàn viên nào về đơn vị kế tục",
            "Chọn những đoàn viên sang đơn vị ấy; nếu tất cả cùng sang thì ghi là sáp nhập",
        )));
    }
    Ok(chosen)
}

fn acts(visit: &Visit, record: &Record<'_>, event: &Event) -> Result<Vec<Act>, Wrong> {
    let own = record.profile.card.code.clone();
    let form = &visit.form;
    let all = |unit: &str, to: &str| Act::Succeed {
        unit: unit.to_owned(),
        shares: vec![(to.to_owned(), None)],
        ends: true,
    };
    Ok(match event.code {
        "found" => vec![Act::Found(new_unit(visit, record, Entry::Founded, "")?)],
        "rename" => vec![Act::Rename { unit: own, name: form.text("name").to_owned() }],
        "reclassify" => {
            let kind = UnitKind::from_code(form.text("kind"));
            let block = Block::from_code(form.text("block"));
            let Some((kind, block)) = kind.zip(block) else {
                return Err(wrong("kind")(Refusal::new(
                    "class_missing",
                    "Chưa chọn loại hình và khối",
                    "Chọn cả hai",
                )));
            };
            vec![Act::Reclassify { unit: own, kind, block }]
        }
        "suspend" => vec![Act::Suspend { unit: own }],
        "resume" => vec![Act::Resume { unit: own }],
        "hand-over" => vec![Act::HandOver { unit: own, to: unit(visit, "to")? }],
        "move" => vec![Act::Move { unit: own, to: unit(visit, "to")? }],
        "merge" => vec![all(&own, &unit(visit, "to")?)],
        "join" => {
            let new = new_unit(visit, record, Entry::Formed, "")?;
            let to = new.code.clone();
            let others = form.text("others").lines().map(str::trim).filter(|line| !line.is_empty());
            let joined = std::iter::once(&*own).chain(others).map(|unit| all(unit, &to));
            std::iter::once(Act::Found(new)).chain(joined).collect()
        }
        "split" => {
            let (to, formed) = successor(visit, record, "a", "to-a")?;
            let shares = vec![(to, Some(ticked(visit)?))];
            let split = Act::Succeed { unit: own, shares, ends: false };
            formed.into_iter().chain([split]).collect()
        }
        "divide" => {
            let (first, one) = successor(visit, record, "a", "to-a")?;
            let (second, two) = successor(visit, record, "b", "to-b")?;
            let shares = vec![(first, Some(ticked(visit)?)), (second, None)];
            let divided = Act::Succeed { unit: own, shares, ends: true };
            one.into_iter().chain(two).chain([divided]).collect()
        }
        "end" if form.text("how") == "struck_off" => vec![Act::StrikeOff { unit: own }],
        "end" => vec![Act::Dissolve { unit: own }],
        _ => vec![Act::Restore { unit: own }],
    })
}

/// What was typed, as one change of the books.
pub(super) fn read(visit: &Visit, record: &Record<'_>, event: &Event) -> Result<Change, Wrong> {
    let form = &visit.form;
    let acts = acts(visit, record, event)?;
    let day = typed::boxes(form.boxes("on"));
    let on = day.map_err(wrong("on"))?.ok_or_else(|| {
        wrong("on")(Refusal::new(
            "day_missing",
            "Chưa ghi ngày có hiệu lực",
            "Ghi ngày theo quyết định",
        ))
    })?;
    let document = paper::read(visit, event.name.vi).map_err(wrong("paper-day"))?;
    let document = Some(document).filter(|paper| !paper.number.is_empty());
    Ok(Change { on, reason: form.text("reason").to_owned(), document, acts })
}
