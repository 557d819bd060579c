//! Who acts, and what that person may do, where. Everything is denied that is not granted.

use crate::{Id, Refusal, Text};

macro_rules! powers {
    ($($(#[$doc:meta])* $variant:ident $code:literal $vi:literal $en:literal,)*) => {
        /// One thing an actor may be allowed to do. Which action asks for which power stands in `domain`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Power { $($(#[$doc])* $variant,)* }

        /// Every power there is, in the order of the table of rights.
        pub const ALL_POWERS: &[Power] = &[$(Power::$variant,)*];

        impl Power {
            /// The stable code, as tokens and tables write it.
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code,)* } }
            /// What it allows, in words.
            pub const fn name(self) -> Text { match self { $(Self::$variant => Text::new($vi, $en),)* } }
            /// The power with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                ALL_POWERS.iter().copied().find(|each| each.code() == code)
            }
        }
    };
}

powers! {
    /// Read figures, units and targets: nothing that names a person.
    ReadFigures "read_figures" "Xem số liệu" "Read figures",
    /// Read the names behind a figure, and the records of members.
    ReadPeople "read_people" "Xem đoàn viên" "Read members",
    /// Read an identity number in full. Each such read is logged.
    ReadIdentity "read_identity" "Xem số căn cước" "Read identity numbers",
    /// Record what happened to units, and their papers.
    RecordUnits "record_units" "Ghi việc của đơn vị" "Record units",
    /// Record what happened to members.
    RecordMembers "record_members" "Ghi việc của đoàn viên" "Record members",
    /// Record what unions did: conferences, dialogues, classes, care and the like.
    RecordActivities "record_activities" "Ghi hoạt động" "Record activities",
    /// Record decisions of commendation, proposals, contests, initiatives.
    RecordHonours "record_honours" "Ghi thi đua, khen thưởng" "Record commendation",
    /// Set up councils, call their sessions, open and count ballots. A vote needs no power but a seat.
    ManageCouncil "manage_council" "Quản lý hội đồng thi đua" "Manage councils",
    /// Show the roll of honour to everybody.
    PublishRoll "publish_roll" "Công khai sổ vàng" "Publish the roll of honour",
    /// Set and revise targets.
    SetTargets "set_targets" "Giao chỉ tiêu" "Set targets",
    /// Fill reports and file them.
    WriteReports "write_reports" "Lập, nộp báo cáo" "Write reports",
    /// Approve the reports of the units below, send them back, make them public.
    ApproveReports "approve_reports" "Duyệt, trả lại báo cáo" "Approve reports",
    /// Run and undo imports.
    Import "import" "Nhập từ bảng tính" "Import spreadsheets",
    /// Open accounts, give posts, hand out links to set a password.
    ManageAccounts "manage_accounts" "Quản lý tài khoản" "Manage accounts",
    /// Read the audit trail.
    ReadAudit "read_audit" "Xem nhật ký" "Read the audit trail",
    /// Migrate, back up, restore, prove.
    Administer "administer" "Quản trị hệ thống" "Administer the system",
}

/// A post as rights see it: some powers at a unit, or at it and all below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The post, for the answer to "why may I".
    pub post: Id,
    /// The unit where it is held.
    pub unit: Id,
    /// Whether it reaches the units below.
    pub below: bool,
    /// What it allows.
    pub powers: Vec<Power>,
}

impl Hold {
    /// Stands for "the whole of the books" where a post names its unit: units that have no superior are below it.
    pub const WHOLE: Id = Id(0);

    /// Whether it allows a power at a unit, given the unit and then its managers, the nearest first.
    pub fn reaches(&self, power: Power, chain: &[Id]) -> bool {
        self.powers.contains(&power)
            && (self.unit == Self::WHOLE
                || chain.first() == Some(&self.unit)
                || (self.below && chain.contains(&self.unit)))
    }
}

/// Where an actor's powers hold.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reach {
    /// In the whole of the books.
    Everywhere(Vec<Power>),
    /// Where posts say.
    Posts(Vec<Hold>),
}

/// A command that must happen at most once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Its name, which the batch it writes bears.
    pub name: String,
    /// What was asked under the name, as a hash: another question under it is refused.
    pub question: String,
}

/// The person or program on whose behalf an action runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// How the books name this actor in every batch, at most 80 characters.
    pub name: String,
    /// The account that signed in; none for the operator at the machine.
    pub account: Option<Id>,
    /// The command this actor carries out, when it must happen at most once.
    pub command: Option<Command>,
    reach: Reach,
}

impl Actor {
    /// The operator at the machine's own terminal, who holds the data folder and so every power.
    pub fn operator(name: impl Into<String>) -> Self {
        Self::with_powers(name, ALL_POWERS)
    }

    /// An actor with exactly these powers, everywhere.
    pub fn with_powers(name: impl Into<String>, powers: &[Power]) -> Self {
        Self {
            name: name.into(),
            account: None,
            command: None,
            reach: Reach::Everywhere(powers.to_vec()),
        }
    }

    /// Somebody who signed in, with the posts held today.
    pub fn with_posts(name: impl Into<String>, account: Id, holds: Vec<Hold>) -> Self {
        Self {
            name: name.into(),
            account: Some(account),
            command: None,
            reach: Reach::Posts(holds),
        }
    }

    /// The same actor with no more than these powers: what a token allows.
    #[must_use]
    pub fn narrowed_to(mut self, powers: &[Power]) -> Self {
        let keep = |held: &mut Vec<Power>| held.retain(|power| powers.contains(power));
        match &mut self.reach {
            Reach::Everywhere(held) => keep(held),
            Reach::Posts(holds) => holds.iter_mut().for_each(|hold| keep(&mut hold.powers)),
        }
        self
    }

    /// The same actor carrying out a named command: what it writes under that name is written once.
    #[must_use]
    pub fn under(self, name: impl Into<String>, question: impl Into<String>) -> Self {
        Self { command: Some(Command { name: name.into(), question: question.into() }), ..self }
    }

    /// Whether the actor holds a power anywhere.
    pub fn may(&self, power: Power) -> bool {
        match &self.reach {
            Reach::Everywhere(powers) => powers.contains(&power),
            Reach::Posts(holds) => holds.iter().any(|hold| hold.powers.contains(&power)),
        }
    }

    /// The posts that bound this actor's reach; none for one whose powers hold everywhere.
    pub fn holds(&self) -> Option<&[Hold]> {
        match &self.reach {
            Reach::Everywhere(_) => None,
            Reach::Posts(holds) => Some(holds),
        }
    }

    /// Whether the actor holds a power at a unit, given the unit and then its managers, the nearest first.
    pub fn may_at(&self, power: Power, chain: &[Id]) -> bool {
        match &self.reach {
            Reach::Everywhere(powers) => powers.contains(&power),
            Reach::Posts(holds) => holds.iter().any(|hold| hold.reaches(power, chain)),
        }
    }

    /// Passes, or refuses with the missing power named.
    pub fn must(&self, power: Power) -> Result<(), Refusal> {
        if self.may(power) {
            return Ok(());
        }
        Err(Refusal::new(
            "not_allowed",
            format!("{} không có quyền “{}” cho việc này", self.name, power.name().vi),
            "Đề nghị người quản trị giao quyền, hoặc nhờ người có quyền thực hiện",
        ))
    }

    /// The refusal of somebody who holds a power, but not there.
    pub fn out_of_reach(&self, power: Power, unit: &str) -> Refusal {
        Refusal::new(
            "out_of_reach",
            format!("Chức vụ của {} không có quyền “{}” tại {unit}", self.name, power.name().vi),
            "Chọn đơn vị trong phạm vi chức vụ, hoặc nhờ người phụ trách đơn vị ấy",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clerk(below: bool) -> Actor {
        let hold = Hold { post: Id(9), unit: Id(2), below, powers: vec![Power::ReadPeople] };
        Actor::with_posts("Lê Thị Sổ", Id(1), vec![hold])
    }

    #[test]
    fn a_post_reaches_its_unit_and_the_units_below_only_if_it_says_so() {
        let (own, child, above, aside) =
            ([Id(2), Id(1)], [Id(3), Id(2), Id(1)], [Id(1)], [Id(4), Id(1)]);
        for (below, expected) in
            [(true, [true, true, false, false]), (false, [true, false, false, false])]
        {
            let actor = clerk(below);
            let told = [&own[..], &child, &above, &aside]
                .map(|chain| actor.may_at(Power::ReadPeople, chain));
            assert_eq!(told, expected);
        }
        assert!(!clerk(true).may_at(Power::Import, &own), "another power is not given");
    }

    #[test]
    fn a_narrowed_actor_holds_nothing_that_was_not_named() {
        let operator = Actor::operator("máy").narrowed_to(&[Power::ReadFigures]);
        assert!(operator.may(Power::ReadFigures) && !operator.may(Power::ReadPeople));
        let clerk = clerk(true).narrowed_to(&[Power::ReadFigures]);
        assert!(!clerk.may(Power::ReadPeople) && !clerk.may(Power::ReadFigures));
    }
}
