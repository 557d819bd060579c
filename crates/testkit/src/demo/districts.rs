//! The four districts in figures: what each began with, and what every year brought.
//!
//! Years and halves of years that a district published are exactly as published (marked so); the others are invented
//! and lie where a district of its size lies.

use kernel::Block;

use super::places;
use crate::units::Area;

/// What a period brought: unions founded, members admitted (those of the new unions among them), members who left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// A year, a half (`2021-H1`), or years that were alike (`1997..2000`, each of them).
    pub(super) period: &'static str,
    pub(super) founded: usize,
    pub(super) admitted: usize,
    pub(super) left: usize,
    /// Members at each founding, where published.
    pub(super) sizes: &'static [usize],
    /// How many of the first of these were founded by the new method.
    pub(super) by_new_method: usize,
}

const fn row(period: &'static str, founded: usize, admitted: usize, left: usize) -> Row {
    Row { period, founded, admitted, left, sizes: &[], by_new_method: 0 }
}

/// How a union of exact size left its district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Handed over to the unit with this code.
    HandedOver(&'static str),
    /// Struck off, for a reason.
    StruckOff(&'static str),
    /// Dissolved, for a reason.
    Dissolved(&'static str),
}

/// A union of exact size: nobody joins it or leaves it between its founding and its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passing {
    pub(super) name: &'static str,
    pub(super) block: Block,
    pub(super) founded: &'static str,
    pub(super) members: usize,
    pub(super) fate: Fate,
    pub(super) on: &'static str,
}

/// What a district had when its books began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beginning {
    pub(super) on: &'static str,
    pub(super) members: usize,
    pub(super) offices: usize,
    pub(super) services: usize,
    pub(super) schools: usize,
    pub(super) enterprises: (Block, usize),
}

/// A district.
#[derive(Clone, Copy, Debug)]
pub(super) struct District {
    pub(super) code: &'static str,
    pub(super) area: Area,
    pub(super) becomes: &'static [usize],
    pub(super) beginning: Beginning,
    /// Schools founded later, one in ten foundings until there are so many.
    pub(super) schools_later: usize,
    pub(super) years: &'static [Row],
    pub(super) passing: &'static [Passing],
}

/// The four districts, in the order in which their offices record a month.
pub(super) const DISTRICTS: [District; 4] = [THANH_XUAN, HAI_BA_TRUNG, NAM_TU_LIEM, HOAN_KIEM];
/// The place of Thanh Xuân among them.
pub(super) const TX: usize = 0;
/// The place of Hai Bà Trưng.
pub(super) const HBT: usize = 1;
/// The place of Hoàn Kiếm.
pub(super) const HK: usize = 3;

const THANH_XUAN: District = District {
    code: "thanh-xuan",
    area: places::THANH_XUAN,
    becomes: places::THANH_XUAN_BECOMES,
    beginning: Beginning {
        on: "1997-01-01",
        members: 3_895,
        offices: 13,
        services: 4,
        schools: 22,
        enterprises: (Block::StateEnterprise, 8),
    },
    schools_later: 16,
    years: &[
        row("1997..2000", 3, 180, 10),
        row("2001..2005", 5, 260, 20),
        row("2006..2010", 7, 420, 35),
        row("2011..2014", 9, 620, 50),
        row("2015", 9, 780, 70),
        row("2016", 10, 860, 80),
        row("2017", 9, 905, 90),
        row("2018", 10, 940, 95),
        row("2019", 11, 1_010, 110),
        row("2020", 7, 700, 140),
        row("2021", 8, 760, 130),
        row("2022", 12, 1_350, 170),
        row("2023", 31, 3_335, 420), // published
        row("2024-H1", 9, 901, 150), // published, "to date" in the middle of the year
        row("2024-H2", 0, 0, 140),
        row("2025-H1", 4, 260, 130),
        row("2025-H2", 1, 90, 60),
        row("2026-H1", 2, 170, 80),
        row("2026-Q3", 1, 80, 40),
        row("2026-10", 0, 25, 12),
    ],
    passing: &[
        struck_off("Công ty TNHH Giày da Lạc Dương", "2004-05-18", 18, "2016-09-12"),
        struck_off("Công ty Cổ phần Bao bì Nam Khôi", "2009-03-10", 31, "2019-04-22"),
        struck_off("Công ty TNHH Dịch vụ Ăn uống Hồng Châu", "2012-07-05", 24, "2019-10-15"),
        struck_off("Công ty TNHH Lữ hành Phương Giang", "2014-06-19", 22, "2020-08-20"),
        struck_off("Công ty Cổ phần May Trung Vượng", "2010-11-02", 40, "2020-11-25"),
        struck_off("Công ty TNHH Quảng cáo Sao Lâm", "2016-05-12", 27, "2022-06-14"),
        Passing {
            name: "Công ty Cổ phần Cơ khí Thăng Đô",
            block: Block::PrivateEnterprise,
            founded: "2007-08-23",
            members: 35,
            fate: Fate::Dissolved("Doanh nghiệp giải thể"),
            on: "2023-04-18",
        },
    ],
};

const HAI_BA_TRUNG: District = District {
    code: "hai-ba-trung",
    area: places::HAI_BA_TRUNG,
    becomes: places::HAI_BA_TRUNG_BECOMES,
    beginning: Beginning {
        on: "1997-01-01",
        members: 2_450,
        offices: 12,
        services: 4,
        schools: 22,
        enterprises: (Block::StateEnterprise, 6),
    },
    schools_later: 8,
    years: &[
        row("1997..2005", 2, 90, 8),
        row("2006..2014", 4, 160, 20),
        row("2015", 6, 230, 45),
        row("2016", 7, 240, 50),
        row("2017", 7, 250, 55),
        row("2018", 8, 260, 55),
        row("2019", 8, 280, 65),
        row("2020", 5, 180, 75),
        row("2021", 6, 210, 70),
        row("2022", 9, 330, 85),
        row("2023", 9, 360, 95),
        row("2024", 8, 330, 100),
        row("2025-H1", 3, 120, 60),
        row("2025-H2", 1, 60, 35),
        row("2026-H1", 2, 90, 45),
        row("2026-Q3", 1, 45, 20),
        row("2026-10", 1, 20, 7),
    ],
    passing: &[
        struck_off("Công ty TNHH Dệt kim Bắc Thuận", "2008-04-15", 26, "2018-03-20"),
        struck_off("Công ty Cổ phần Nhựa Toàn Quân", "2013-09-17", 19, "2021-12-10"),
    ],
};

const NAM_TU_LIEM: District = District {
    code: "nam-tu-liem",
    area: places::NAM_TU_LIEM,
    becomes: places::NAM_TU_LIEM_BECOMES,
    beginning: Beginning {
        // Quận Nam Từ Liêm began on this day, with the south of the old district of Từ Liêm.
        on: "2014-04-01",
        members: 3_600,
        offices: 13,
        services: 4,
        schools: 32,
        enterprises: (Block::PrivateEnterprise, 33),
    },
    schools_later: 9,
    years: &[
        row("2014", 6, 160, 20),
        row("2015", 8, 280, 50),
        row("2016", 9, 300, 60),
        row("2017", 9, 320, 70),
        row("2018", 10, 350, 80),
        row("2019", 10, 380, 90),
        row("2020", 6, 250, 100),
        row("2021", 7, 270, 90),
        row("2022", 11, 400, 105),
        row("2023", 12, 430, 115),
        row("2024", 10, 390, 120),
        row("2025-H1", 4, 150, 65),
        row("2025-H2", 2, 80, 40),
        row("2026-H1", 2, 110, 50),
        row("2026-Q3", 1, 55, 25),
        row("2026-10", 0, 22, 8),
    ],
    passing: &[struck_off("Công ty TNHH Nội thất Việt Kiên", "2015-06-11", 21, "2022-09-08")],
};

const HOAN_KIEM: District = District {
    code: "hoan-kiem",
    area: places::HOAN_KIEM,
    becomes: places::HOAN_KIEM_BECOMES,
    beginning: Beginning {
        on: "1997-01-01",
        members: 6_100,
        offices: 14,
        services: 5,
        schools: 34,
        enterprises: (Block::StateEnterprise, 26),
    },
    schools_later: 10,
    years: &[
        row("1997..2000", 3, 160, 12),
        row("2001..2005", 4, 230, 20),
        row("2006..2010", 5, 320, 30),
        row("2011..2014", 7, 480, 45),
        row("2015", 9, 640, 60),
        row("2016", 10, 690, 65),
        row("2017", 10, 720, 75),
        row("2018", 11, 760, 80),
        row("2019", 12, 820, 95),
        row("2020", 8, 560, 120),
        // Published: 21 founded, 2 of them by the new method with 41 members, 4 with 25 members or more; 1.548 admitted.
        Row {
            sizes: &[23, 18, 31, 26, 45, 28, 7, 9, 22, 12, 10, 16, 8, 14, 11, 19, 6, 13, 20, 15, 9],
            by_new_method: 2,
            ..row("2021-H1", 21, 1_548, 160)
        },
        row("2021-H2", 7, 300, 140),
        row("2022", 14, 700, 210),
        row("2023", 13, 720, 220),
        row("2024", 12, 680, 215),
        row("2025-H1", 5, 220, 130),
        row("2025-H2", 2, 90, 60),
        row("2026-H1", 3, 140, 75),
        row("2026-Q3", 1, 70, 40),
        row("2026-10", 1, 30, 12),
    ],
    passing: &[
        struck_off("Công ty TNHH Thêu ren Kim Linh", "2003-10-14", 15, "2012-05-22"),
        struck_off("Công ty Cổ phần Mỹ nghệ Hồng Phúc", "2006-03-21", 20, "2015-07-16"),
        struck_off("Công ty TNHH Khách sạn Song Anh", "2008-12-09", 33, "2017-11-08"),
        struck_off("Công ty Cổ phần Lữ hành Đông Việt", "2011-06-28", 26, "2019-09-19"),
        struck_off("Công ty TNHH Thời trang Mai Khánh", "2014-02-25", 19, "2020-07-28"),
        Passing {
            name: "Công ty TNHH Nhà nước MTV Bách hóa Trường Thiên",
            block: Block::StateEnterprise,
            founded: "2002-09-17",
            members: 42,
            fate: Fate::Dissolved("Doanh nghiệp giải thể"),
            on: "2018-06-20",
        },
        // Published: 3 handed over with 194 members, 2 struck off with 66.
        handed_over(
            "Công ty Cổ phần Du lịch Biển Đông Châu",
            "2012-04-19",
            57,
            "ldld-huyen-cat-hai",
            "2021-03-16",
        ),
        handed_over(
            "Công ty TNHH Quản lý Tài sản Kim Tín",
            "2010-05-20",
            84,
            "cd-vietcombank",
            "2021-04-08",
        ),
        handed_over(
            "Công ty Cổ phần Kho vận Bắc Giang Thành",
            "2013-08-15",
            53,
            "long-bien",
            "2021-05-11",
        ),
        struck_off("Công ty TNHH Ẩm thực Phố Lộc", "2015-09-24", 37, "2021-02-24"),
        struck_off("Công ty Cổ phần Sự kiện Nhật Minh Anh", "2017-03-30", 29, "2021-06-09"),
    ],
};

const fn struck_off(
    name: &'static str,
    founded: &'static str,
    members: usize,
    on: &'static str,
) -> Passing {
    let fate = Fate::StruckOff("Doanh nghiệp ngừng hoạt động, không còn đủ đoàn viên");
    Passing { name, block: Block::PrivateEnterprise, founded, members, fate, on }
}

const fn handed_over(
    name: &'static str,
    founded: &'static str,
    members: usize,
    to: &'static str,
    on: &'static str,
) -> Passing {
    let fate = Fate::HandedOver(to);
    Passing { name, block: Block::PrivateEnterprise, founded, members, fate, on }
}
