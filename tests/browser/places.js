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
  at("compare", "hoankiem", `/compare?${HALF}`),
  at("targets", "hoankiem", `/targets?${HALF}`),
  at("targets-grid", "hoankiem", `/targets/grid?unit=cd-phuong-hoan-kiem`),
  at("units", "hoankiem", "/units"),
  at("units-found", "hoankiem", "/units?q=cong+ty"),
  by("unit", "hoankiem", first("/units", /^\/units\/[^/?]+/)),
  at("reorganise", "thanhpho", "/reorganise"),
  at("prospects", "thanhpho", "/prospects"),
  at("members", "hoankiem", "/members"),
  by("member", "hoankiem", first("/members", /^\/members\/[0-9A-Z]{13}/)),
  at("transfers", "hoankiem", "/transfers"),
  at("duplicates", "thanhpho", "/duplicates"),
  at("tasks", "hoankiem", "/tasks"),
  at("imports", "hoankiem", "/imports"),
  at("documents", "hoankiem", "/documents"),
  at("check", "hoankiem", "/check"),
  at("accounts", "thanhpho", "/accounts"),
  at("rights", "hoankiem", "/rights"),
  at("why", "hoankiem", "/why"),
  at("audit", "kiemtra", "/audit"),
  at("parameters", "hoankiem", "/parameters"),
  at("system", "quantri", "/system"),
  at("me", "hoankiem", "/me"),
  at("not-allowed", "lanhdao", "/targets/grid"),
  at("no-page", "hoankiem", "/khong-co-trang-nay"),
  at("chair", "chutich", "/"),
  at("english", "hoankiem", "/?lang=en"),
];
