// Every page there is, on the demonstration books: its name, who looks at it, and where it stands. A page that has no
// address of its own is reached from a list: the first link that `through` names.

/** The address of the first link of a page that matches a pattern. */
const first = (from, pattern) => async (page) => {
  await page.goto(from);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  return links.find((link) => pattern.test(link));
};

const at = (name, as, path) => ({ name, as, path });
const by = (name, as, through) => ({ name, as, through });
const HALF = "unit=hoan-kiem&period=2021-H1";

export const PLACES = [
  at("door", null, "/sign-in"),
  at("overview", "hoankiem", "/"),
  at("overview-2021", "hoankiem", `/?${HALF}`),
  at("trace", "hoankiem", `/figures/members.admitted?${HALF}`),
  at("ages", "hoankiem", `/figures/ages?${HALF}`),
  at("compare", "hoankiem", `/compare?${HALF}`),
  at("targets", "hoankiem", `/targets?${HALF}`),
  at("targets-grid", "hoankiem", `/targets/grid?unit=cd-phuong-hoan-kiem`),
  at("units", "hoankiem", "/units"),
  at("units-found", "hoankiem", "/units?q=cong+ty"),
  by("unit", "hoankiem", first("/units", /^\/units\/[^/?]+/)),
  at("reorganise", "thanhpho", "/reorganise"),
  at("honours", "thanhpho", "/honours?unit=thanh-xuan&period=2024"),
  by("honours-paper", "thanhpho", first("/honours?unit=thanh-xuan&period=2024", /^\/honours\/[0-9A-Z]{13}/)),
  at("honours-new", "hoankiem", "/honours/new?unit=cd-phuong-hoan-kiem"),
  at("emulation", "thanhpho", "/emulation?unit=nam-tu-liem&period=2019"),
  by("contest", "thanhpho", first("/emulation?unit=nam-tu-liem&period=2018", /^\/emulation\/[0-9A-Z]{13}/)),
  at("initiatives", "thanhpho", "/initiatives?unit=nam-tu-liem&period=2020"),
  at("public-roll", null, "/so-vang/thanh-xuan"),
  at("reorganise", "thanhpho", "/reorganise?unit=ha-noi"),
  at("activities", "thanhpho", "/activities?unit=thanh-xuan&period=2023"),
  at("register", "thanhpho", "/activities/conferences?unit=thanh-xuan&period=2023"),
  by("record", "thanhpho", first("/activities/care?unit=thanh-xuan&period=2023", /^\/activities\/care\/[0-9A-Z]{13}/)),
  at("record-new", "hoankiem", "/activities/classes/new?unit=cd-phuong-hoan-kiem&form=held"),
  at("record-import", "hoankiem", "/activities/conferences/import?unit=cd-phuong-hoan-kiem"),
  at("stated", "hoankiem", "/activities/stated?unit=cd-phuong-hoan-kiem&period=2026"),
  at("obligations", "thanhpho", "/obligations?unit=thanh-xuan&period=2023"),
  at("obligation", "thanhpho", "/obligations/conferences.workers?unit=thanh-xuan&period=2023"),
  at("owed-figure", "thanhpho", "/figures/conferences.workers.held?unit=thanh-xuan&period=2023"),
  at("prospects", "thanhpho", "/prospects"),
  at("members", "hoankiem", "/members"),
  by("member", "hoankiem", first("/members", /^\/members\/[0-9A-Z]{13}/)),
  at("transfers", "hoankiem", "/transfers"),
  at("duplicates", "thanhpho", "/duplicates"),
  at("duplicates-answered", "thanhpho", "/duplicates/answered"),
  at("tasks", "hoankiem", "/tasks"),
  at("imports", "hoankiem", "/imports"),
  at("documents", "hoankiem", "/documents"),
  by("document", "hoankiem", first("/documents", /^\/documents\/[0-9A-Z]{13}/)),
  at("document-issue", "hoankiem", "/documents/new?unit=cd-phuong-hoan-kiem&way=issued"),
  at("document-enter", "hoankiem", "/documents/new?unit=cd-phuong-hoan-kiem&way=incoming"),
  at("corrections", "hoankiem", "/corrections"),
  by("correction", "hoankiem", first("/corrections", /^\/corrections\/[0-9A-Z]{13}/)),
  at("check", "hoankiem", "/check"),
  at("accounts", "thanhpho", "/accounts"),
  at("rights", "hoankiem", "/rights"),
  at("why", "hoankiem", "/why"),
  at("audit", "kiemtra", "/audit"),
  at("parameters", "hoankiem", "/parameters"),
  at("system", "quantri", "/system"),
  at("me", "hoankiem", "/me"),
  at("my-record", "doanvien", "/me/record"),
  at("not-allowed", "lanhdao", "/targets/grid"),
  { ...at("no-page", "hoankiem", "/khong-co-trang-nay"), missing: true },
  at("chair", "chutich", "/"),
  at("english", "hoankiem", "/?lang=en"),
];
