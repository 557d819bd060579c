//! Roles: named sets of powers. Who holds which is told by posts; what a role allows stands here and nowhere else.

use kernel::{Power, Text};

/// A role that a post can give.
#[derive(Debug, PartialEq, Eq)]
pub struct Role {
    /// The stable code.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// Whether it reaches the units below its own.
    pub below: bool,
    /// What it allows.
    pub powers: &'static [Power],
}

use Power::{
    Import, ManageAccounts, ReadAudit, ReadFigures, ReadIdentity, ReadPeople, RecordMembers,
    RecordUnits, SetTargets,
};

/// Every role there is, the widest first.
pub const ROLES: &[Role] = &[
    Role {
        code: "administrator",
        name: Text::new("Quản trị hệ thống", "Administrator"),
        below: true,
        powers: kernel::actor::ALL_POWERS,
    },
    Role {
        code: "head",
        name: Text::new("Thường trực, phụ trách văn phòng", "Head of office"),
        below: true,
        powers: &[
            ReadFigures,
            ReadPeople,
            ReadIdentity,
            RecordUnits,
            RecordMembers,
            SetTargets,
            Import,
            ManageAccounts,
            ReadAudit,
        ],
    },
    Role {
        code: "clerk",
        name: Text::new("Cán bộ nghiệp vụ", "Clerk"),
        below: true,
        powers: &[
            ReadFigures,
            ReadPeople,
            ReadIdentity,
            RecordUnits,
            RecordMembers,
            SetTargets,
            Import,
        ],
    },
    Role {
        code: "leader",
        name: Text::new("Lãnh đạo", "Leader"),
        below: true,
        powers: &[ReadFigures, ReadPeople],
    },
    Role {
        code: "auditor",
        name: Text::new("Ủy ban kiểm tra", "Auditor"),
        below: true,
        powers: &[ReadFigures, ReadPeople, ReadAudit],
    },
    Role {
        code: "chair",
        name: Text::new("Chủ tịch công đoàn cơ sở", "Chair of a grassroots union"),
        below: true,
        powers: &[ReadFigures, ReadPeople, RecordMembers, Import],
    },
    Role {
        code: "reader",
        name: Text::new("Người xem số liệu", "Reader of figures"),
        below: true,
        powers: &[ReadFigures],
    },
];

impl Role {
    /// The role with this code.
    pub fn find(code: &str) -> Option<&'static Self> {
        ROLES.iter().find(|role| role.code == code)
    }
}
