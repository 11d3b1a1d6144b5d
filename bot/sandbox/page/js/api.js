// The sandbox's control API (docs/sandbox-api.md): reading with GET, acting with POST, refusals as errors.

export class Refused extends Error {
  constructor(code, detail) {
    super(detail || code);
    this.code = code;
  }
}

async function answerOf(response) {
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.error, answer.detail);
  return answer;
}

export async function read(path, query = {}) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  return answerOf(await fetch(`/control/${path}?${asked}`, { cache: "no-store" }));
}

export async function write(path, fields) {
  const headers = { "Content-Type": "application/json" };
  return answerOf(await fetch(`/control/${path}`, { method: "POST", headers, body: JSON.stringify(fields) }));
}
