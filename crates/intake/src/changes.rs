//! The list of a decision about units: what happens to each, told in one row.

use kernel::{Block, UnitKind};

use crate::columns::Field;
use crate::heading::words;
use crate::khoi;
use crate::kinds::Finding;
use crate::problem::Said;
use crate::reader::{Kept, Notes, Reader};
use crate::record::{Verdict, record};
use crate::table::Line;

/// What happens to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// It comes under another superior, because the line above is rearranged.
    Move,
    /// It passes to another superior.
    HandOver,
    /// It ends; its members go to another.
    Merge,
    /// It bears another name.
    Rename,
    /// It ends.
    End,
    /// It is struck off.
    StrikeOff,
    /// It begins.
    Found,
    /// Its work is suspended.
    Suspend,
    /// Its work is taken up again.
    Resume,
    /// It stands again.
    Restore,
    /// Nothing happens to it.
    Keep,
}

/// The deeds by the words that tell them, folded. Where several stand in one cell the first one written counts; of two
/// that begin at one place the one further up.
const WORDS: &[(&str, Told)] = &[
    ("giu nguyen", Told::Deed(Deed::Keep)),
    ("giu on dinh", Told::Deed(Deed::Keep)),
    ("khong sap xep", Told::Deed(Deed::Keep)),
    ("khong thay doi", Told::Deed(Deed::Keep)),
    ("chuyen giao", Told::Deed(Deed::HandOver)),
    ("ban giao", Told::Deed(Deed::HandOver)),
    ("doi ten", Told::Deed(Deed::Rename)),
    ("sap nhap", Told::Deed(Deed::Merge)),
    ("hop nhat", Told::Deed(Deed::Merge)),
    ("nhap vao", Told::Deed(Deed::Merge)),
    ("xoa ten", Told::Deed(Deed::StrikeOff)),
    ("giai the", Told::Deed(Deed::End)),
    ("ket thuc", Told::Deed(Deed::End)),
    ("cham dut", Told::Deed(Deed::End)),
    ("thanh lap", Told::Deed(Deed::Found)),
    ("khoi phuc", Told::Deed(Deed::Restore)),
    ("hoat dong tro lai", Told::Deed(Deed::Resume)),
    ("tam ngung", Told::Deed(Deed::Suspend)),
    ("tam dung", Told::Deed(Deed::Suspend)),
    ("dieu chuyen", Told::Deed(Deed::Move)),
    ("chuyen", Told::Deed(Deed::Move)),
    ("dua ve", Told::Deed(Deed::Move)),
    ("sap xep ve", Told::Deed(Deed::Move)),
    ("truc thuoc", Told::Deed(Deed::Move)),
    ("tach", Told::ByMember),
    ("chia", Told::ByMember),
];

/// What words tell.
#[derive(Clone, Copy)]
enum Told {
    Deed(Deed),
    /// Who goes where must be told by name.
    ByMember,
}

/// The kinds of unit by the words their names or a column tell them with, the more telling first.
const CLASSES: &[(&str, UnitKind)] = &[
    ("co so thanh vien", UnitKind::MemberUnion),
    ("cdcs thanh vien", UnitKind::MemberUnion),
    ("cdcstv", UnitKind::MemberUnion),
    ("nghiep doan", UnitKind::Guild),
    ("co so", UnitKind::Grassroots),
    ("cdcs", UnitKind::Grassroots),
    ("lien doan lao dong tinh", UnitKind::Province),
    ("lien doan lao dong thanh pho", UnitKind::Province),
    ("ldld tinh", UnitKind::Province),
    ("ldld thanh pho", UnitKind::Province),
    ("lien doan lao dong", UnitKind::District),
    ("ldld", UnitKind::District),
    ("cong doan nganh", UnitKind::Sector),
    ("cong doan phuong", UnitKind::WardUnion),
    ("cong doan xa", UnitKind::WardUnion),
    ("cong doan dac khu", UnitKind::WardUnion),
    ("phuong xa", UnitKind::WardUnion),
    ("xa phuong", UnitKind::WardUnion),
];

/// What happens to one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeRow {
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The unit as it is called; the new one's name where it begins.
    pub unit: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// Who manages it now, as it is called.
    pub from: Option<String>,
    /// What happens to it.
    pub deed: Option<Deed>,
    /// Who receives it or its members, as it is called.
    pub to: Option<String>,
    /// The name it is to bear.
    pub new_name: Option<String>,
    /// What it is, where it begins.
    pub class: Option<UnitKind>,
    /// Its block.
    pub khoi: Option<Block>,
    /// Members as the list has them.
    pub members: Option<i64>,
    /// Remarks.
    pub note: Option<String>,
    /// Cells that did not fit their field.
    pub kept: Vec<Kept>,
}

record!(ChangeRow, |it| {
    Unit => Said::text(it.unit.as_deref()),
    Code => Said::text(it.code.as_deref()),
    FromUnit => Said::text(it.from.as_deref()),
    Deed => Said::text(it.deed.map(Deed::code)),
    ToUnit => Said::text(it.to.as_deref()),
    NewName => Said::text(it.new_name.as_deref()),
    Class => Said::text(it.class.map(UnitKind::code)),
    Khoi => Said::text(it.khoi.map(Block::code)),
    Members => Said::count(it.members),
    Note => Said::text(it.note.as_deref()),
});

impl Deed {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::HandOver => "hand_over",
            Self::Merge => "merge",
            Self::Rename => "rename",
            Self::End => "end",
            Self::StrikeOff => "strike_off",
            Self::Found => "found",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Restore => "restore",
            Self::Keep => "keep",
        }
    }

    /// Whether somebody receives the unit or its members.
    fn has_receiver(self) -> bool {
        matches!(self, Self::Move | Self::HandOver | Self::Merge)
    }
}

fn deed_of(text: &str) -> Option<Told> {
    let plain = words(text);
    let found = WORDS.iter().filter_map(|(word, told)| Some((plain.find(word)?, told)));
    found.min_by_key(|(at, _)| *at).map(|(_, told)| *told)
}

fn class_of(text: &str) -> Option<UnitKind> {
    let plain = words(text);
    CLASSES.iter().find(|(word, _)| plain.contains(word)).map(|(_, kind)| *kind)
}

impl<'a> Reader<'a> {
    /// Reads what happens to one unit.
    pub(crate) fn change(&self, line: &Line<'a>, notes: &mut Notes) -> ChangeRow {
        if self.is_shifted(line, notes) {
            return ChangeRow { row: line.number(), ..ChangeRow::default() };
        }
        let mut row = ChangeRow {
            row: line.number(),
            unit: self.plain(line, Field::Unit, notes),
            code: self.plain(line, Field::Code, notes),
            from: self.plain(line, Field::FromUnit, notes),
            to: self.plain(line, Field::ToUnit, notes),
            new_name: self.plain(line, Field::NewName, notes),
            members: self.count(line, Field::Members, notes),
            note: self.plain(line, Field::Note, notes),
            ..ChangeRow::default()
        };
        let block = self.text(line, Field::Khoi);
        row.khoi = block.and_then(|read| khoi::parse(&read.clean));
        if row.unit.is_none() && row.code.is_none() {
            notes.found.push(self.problem(line, Field::Unit, Finding::UnitNameMissing));
        }
        row.deed = self.deed(line, &row, notes);
        self.tell_missing(line, &mut row, notes);
        row.kept = std::mem::take(&mut notes.kept);
        row
    }

    /// What happens, as written, or as the filled cells tell.
    fn deed(&self, line: &Line<'a>, row: &ChangeRow, notes: &mut Notes) -> Option<Deed> {
        let Some(written) = self.text(line, Field::Deed) else {
            let told = match (&row.to, &row.new_name) {
                (Some(_), _) => Some(Deed::Move),
                (None, Some(_)) => Some(Deed::Rename),
                (None, None) => None,
            };
            if told.is_none() {
                notes.found.push(self.problem(line, Field::Deed, Finding::DeedMissing));
            }
            return told;
        };
        let finding = match deed_of(&written.clean) {
            Some(Told::Deed(deed)) => return Some(deed),
            Some(Told::ByMember) => Finding::DeedByMember,
            None => Finding::DeedUnknown,
        };
        notes.found.push(self.problem(line, Field::Deed, finding));
        None
    }

    /// Tells what a deed cannot do without.
    fn tell_missing(&self, line: &Line<'a>, row: &mut ChangeRow, notes: &mut Notes) {
        let Some(deed) = row.deed else { return };
        if deed.has_receiver() && row.to.is_none() {
            notes.found.push(self.problem(line, Field::ToUnit, Finding::ReceiverMissing));
        }
        if deed == Deed::Rename && row.new_name.is_none() {
            notes.found.push(self.problem(line, Field::NewName, Finding::NewNameMissing));
        }
        if deed != Deed::Found {
            return;
        }
        // A unit that begins may stand under its name or under the new name.
        row.unit = row.unit.take().or_else(|| row.new_name.take());
        let written = self.text(line, Field::Class).map(|read| read.clean);
        row.class = match &written {
            Some(written) => class_of(written),
            None => row.unit.as_deref().and_then(class_of).or(Some(UnitKind::Grassroots)),
        };
        if row.class.is_none() {
            notes.found.push(self.problem(line, Field::Class, Finding::ClassUnknown));
        }
    }
}
