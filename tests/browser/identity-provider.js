// A certified OpenID provider on this machine: node identity-provider.js PORT ADDRESS-OF-THE-BOOKS. Whoever signs in there
// is whom they say they are; the program is its only client and must show the verifier of its challenge.

import Provider from "oidc-provider";

const [port, books] = process.argv.slice(2);
const client = {
  client_id: "ket-doan",
  client_secret: "bi-mat-cua-phep-thu",
  redirect_uris: [`${books}/sign-in/provider/back`],
  grant_types: ["authorization_code"],
  response_types: ["code"],
};
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [client],
  pkce: { required: () => true },
  cookies: { keys: ["khóa của phép thử"] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
