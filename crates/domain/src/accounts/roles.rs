//! Roles: named sets of powers. Who holds which is told by posts; what a role allows stands here and nowhere else.

use kernel::{Power, Text};

/// A role that a post can give: it reaches the unit of the post and those below it.
#[derive(Debug, PartialEq, Eq)]
pub struct Role {
    /// The stable code.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// What it allows.
    pub powers: &'static [Power],
}

use Power::{
    ApproveReports, Import, ManageAccounts, ManageCouncil, PublishRoll, ReadAudit, ReadFigures,
    ReadIdentity, ReadPeople, RecordActivities, RecordHonours, RecordMembers, RecordUnits,
    SetTargets, WriteReports,
};

/// Every role there is, the widest first.
pub const ROLES: &[Role] = &[
    Role {
        code: "administrator",
        name: Text::new("Quản trị hệ thống", "Administrator"),
        powers: kernel::actor::ALL_POWERS,
    },
    Role {
        code: "head",
        name: Text::new("Thường trực, phụ trách văn phòng", "Head of office"),
        powers: &[
            ReadFigures,
            ReadPeople,
            ReadIdentity,
            RecordUnits,
            RecordMembers,
            RecordActivities,
            RecordHonours,
            ManageCouncil,
            PublishRoll,
            SetTargets,
            WriteReports,
            ApproveReports,
            Import,
            ManageAccounts,
            ReadAudit,
        ],
    },
    Role {
        code: "clerk",
        name: Text::new("Cán bộ nghiệp vụ", "Clerk"),
        powers: &[
            ReadFigures,
            ReadPeople,
            ReadIdentity,
            RecordUnits,
            RecordMembers,
            RecordActivities,
            RecordHonours,
            ManageCouncil,
            SetTargets,
            WriteReports,
            ApproveReports,
            Import,
        ],
    },
    Role {
        code: "leader",
        name: Text::new("Lãnh đạo", "Leader"),
        powers: &[ReadFigures, ReadPeople],
    },
    Role {
        code: "auditor",
        name: Text::new("Ủy ban kiểm tra", "Auditor"),
        powers: &[ReadFigures, ReadPeople, ReadAudit],
    },
    Role {
        code: "chair",
        name: Text::new("Chủ tịch công đoàn cơ sở", "Chair of a grassroots union"),
        powers: &[
            ReadFigures,
            ReadPeople,
            RecordMembers,
            RecordActivities,
            RecordHonours,
            WriteReports,
            Import,
        ],
    },
    Role {
        code: "reader",
        name: Text::new("Người xem số liệu", "Reader of figures"),
        powers: &[ReadFigures],
    },
];

impl Role {
    /// The role with this code.
    pub fn find(code: &str) -> Option<&'static Self> {
        ROLES.iter().find(|role| role.code == code)
    }
}
