export const id = 777;
export const ids = [777];
export const modules = {

777:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  i: () => (createGitHub),
  n: () => (comment_on_plan_exports),
  r: () => (readEnvironment),
  t: () => (read_approvals_exports)
});
var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(480);
var _every_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);
var _valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(533);



// src/github/access.ts
const permissions = {
	read: {
		job: "pull-requests: read",
		token: "read pull requests"
	},
	write: {
		job: "pull-requests: write (a pull request of a fork cannot have it)",
		token: "write pull requests"
	},
	"read runs": {
		job: "actions: read",
		token: "read Actions"
	},
	environment: {
		job: "actions: read",
		token: "read environments"
	}
};
function explainError({ message, result }, access) {
	const text = message.replace(/\.$/, "");
	switch (result.kind) {
		case "throttled": return `GitHub limits the requests of this token for longer than the run waits (${text}). Run it again later`;
		case "ambiguous": return `${text}. Run it again; if that does not help, check githubstatus.com and the runner's network`;
		case "rejected": return `${text}. ${adviceOf(result.status, text, access)}`;
	}
}
function adviceOf(status, text, access) {
	if (access === "environment" && status !== void 0) return "Check the name of the repository, and use a token that may read its environments (in a job: permissions: actions: read)";
	const { job, token } = permissions[access];
	if (/not accessible by integration/i.test(text)) return `Give the job permissions: ${job}`;
	if (/not accessible by personal access token/i.test(text)) return `Give that token the permission to ${token} of this repository`;
	switch (status) {
		case void 0: return "Check the proxy and the certificates (NODE_EXTRA_CA_CERTS) between the runner and GitHub";
		case 401: return "Set github-token to the job's token, or to another valid one";
		case 404: return access === "read runs" ? "The token probably cannot see this run. Set github-token to a token of this repository" : "The token probably cannot see this pull request. Set github-token to a token of this repository";
		default: return access === "read" ? "Resolve what GitHub reports, or set pr-number" : "Resolve what GitHub reports, then run again";
	}
}
// src/github/response.ts
var GitHubError = class extends Error {
	name = "GitHubError";
	result;
	constructor(message, result, cause) {
		super(message, { cause });
		this.result = result;
	}
};
async function unlessStatus(status, response) {
	try {
		return await response;
	} catch (error) {
		const result = error instanceof GitHubError ? error.result : void 0;
		if (result?.kind === "rejected" && result.status === status) return void 0;
		throw error;
	}
}
function readRejection(response) {
	const status = response.statusCode;
	const message = `GitHub returned ${status}${messageIn((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Wn)(response.text))}`;
	const waitMs = throttleOf(response, message);
	if (waitMs !== void 0) return new GitHubError(message, {
		kind: "throttled",
		waitMs
	});
	return new GitHubError(message, status < 500 ? {
		kind: "rejected",
		status
	} : { kind: "ambiguous" });
}
function readFailedRequest(error) {
	if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_1__.lr) return new GitHubError(error.seconds === 0 ? "no time was left for a request to GitHub" : `no response from GitHub within ${error.seconds.toFixed(1)} s`, { kind: "ambiguous" });
	if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_1__.qn)) return error;
	const { code, message } = error.result;
	return new GitHubError(`no usable response from GitHub (${code}: ${message})`, resultOf(error), error);
}
function resultOf({ result: { kind, httpStatus } }) {
	if (httpStatus === 429) return {
		kind: "throttled",
		waitMs: defaultWaitMs
	};
	if (kind === "unsent" || kind === "ambiguous") return { kind: "ambiguous" };
	return {
		kind: "rejected",
		status: void 0
	};
}
const secondaryLimit = /\bsecondary rate limit\b/i;
const defaultWaitMs = 6e4;
function throttleOf({ statusCode: status, headers }, text) {
	const retryAfter = secondsOf(headers["retry-after"]);
	const exhausted = headers["x-ratelimit-remaining"] === "0";
	const limited = headers["retry-after"] !== void 0 || exhausted || secondaryLimit.test(text);
	if (status !== 429 && !(status === 403 && limited)) return void 0;
	if (retryAfter !== void 0) return retryAfter * 1e3;
	const reset = secondsOf(headers["x-ratelimit-reset"]);
	const now = Date.parse(headers.date ?? "");
	if (!exhausted || reset === void 0 || Number.isNaN(now)) return defaultWaitMs;
	return Math.max(0, reset * 1e3 - now);
}
function secondsOf(header) {
	return header !== void 0 && /^\d{1,10}$/.test(header) ? Number(header) : void 0;
}
const maxAttempts = 4;
const maxWaitMs = 6e4;
function createBackoff(random) {
	let errors = 0;
	let waited = 0;
	let throttles = 0;
	return (error) => {
		const result = error instanceof GitHubError ? error.result : void 0;
		if (result?.kind === "ambiguous") {
			errors += 1;
			return errors < maxAttempts ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.sr)(errors, random) : void 0;
		}
		if (result?.kind !== "throttled") return void 0;
		throttles += 1;
		const delay = Math.max(result.waitMs, 500 * 2 ** (throttles - 1));
		waited += delay;
		return waited <= maxWaitMs ? delay + 1e3 * random() : void 0;
	};
}
const maxTextLength = 1e3;
const explained = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	message: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(),
	errors: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.O)()))
});
function messageIn(data) {
	if (!(0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.s)(explained, data)) return "";
	const { message, errors = [] } = data;
	const details = errors.flatMap((error) => (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.s)(explained, error) ? error.message : []);
	return `: ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.or)([message, ...details].join(", "), maxTextLength)}`;
}
// src/github/client.ts
function createGitHub(token, context) {
	const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository = "" } = context.env;
	const root = (apiUrl || "https://api.github.com").replace(/\/+$/, "");
	return {
		repository: `/repos/${repository}`,
		async send(schema, request) {
			const url = new URL(`${root}${request.path}`);
			url.search = String(new URLSearchParams(request.query));
			const send = (to) => sendOnce(toHttpRequest(to, token, request), context);
			const first = await send(url);
			const moved = redirectOf(first, url);
			const response = moved ? await send(moved) : first;
			if (response.statusCode >= 300) throw readRejection(response);
			const read = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.T)(schema, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Wn)(response.text));
			if (read.success) return read.output;
			throw new GitHubError("GitHub sent a response that cannot be read", { kind: "ambiguous" });
		},
		async attempt(access, requests) {
			try {
				return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.cr)(requests, createBackoff(context.random), context);
			} catch (error) {
				if (!(error instanceof GitHubError)) throw error;
				return {
					status: "failed",
					problem: explainError(error, access)
				};
			}
		}
	};
}
function redirectOf({ statusCode, headers }, url) {
	const { location } = headers;
	if (location === void 0 || ![
		301,
		302,
		307,
		308
	].includes(statusCode)) return void 0;
	const target = URL.parse(location, url.href);
	return target?.origin === url.origin ? target : void 0;
}
function toHttpRequest(url, token, { method = "GET", body }) {
	const content = body && JSON.stringify(body);
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.pn)(url, {
		method,
		headers: {
			accept: "application/vnd.github+json",
			authorization: `Bearer ${token}`,
			"user-agent": "associate-ipam-byoasn",
			...content && {
				"content-type": "application/json",
				"content-length": String(Buffer.byteLength(content))
			}
		},
		body: content
	});
}
async function sendOnce(request, context) {
	try {
		const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.dr)((abortSignal) => context.transport.handle(request, { abortSignal }), context);
		return response;
	} catch (error) {
		throw readFailedRequest(error);
	}
}
// src/github/read-environment.ts
async function readEnvironment(name, gitHub) {
	return gitHub.attempt("environment", () => findRules(name, gitHub));
}
async function findRules(name, gitHub) {
	const path = `${gitHub.repository}/environments/${encodeURIComponent(name)}`;
	const found = await unlessStatus(404, gitHub.send(environment, { path }));
	if (found) return rulesOf(found);
	await gitHub.send((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({}), { path: gitHub.repository });
	return "missing";
}
const rule = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	type: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(),
	prevent_self_review: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.n)(), false),
	reviewers: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.O)()), [])
});
const described = {
	protection_rules: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)(rule), []),
	deployment_branch_policy: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.m)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({ protected_branches: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.n)() }))
};
const environment = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	...described,
	can_admins_bypass: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.n)())
});
function rulesOf({ protection_rules: rules, deployment_branch_policy: policy, can_admins_bypass: adminsMayBypass }) {
	const review = rules.find(({ type }) => type === "required_reviewers");
	return {
		reviewers: review?.reviewers.length ?? 0,
		preventsSelfReview: review?.prevent_self_review ?? false,
		adminsMayBypass,
		branches: policy ? policy.protected_branches ? "protected" : "selected" : "all"
	};
}
// src/github/claimed-run.ts
async function refuteClaim({ header: { run }, writtenAt }, checking, gitHub) {
	const own = await findRun(checking.run.runId, gitHub);
	const started = typeof own === "string" ? checking.eventTime : own.created_at;
	if (started !== void 0 && writtenAt < started) return "but the comment was last written before this run started, and so before any newer run";
	if (typeof own === "string") return void 0;
	const claimed = await findRun(run.runId, gitHub);
	if (claimed === "hidden") return void 0;
	if (claimed === "missing") return "which does not exist";
	if (claimed.created_at > writtenAt) return "which started after the comment was last written";
	if (claimed.run_attempt < run.attempt) return "which has not had that many attempts";
}
function readEventTime(payload) {
	const times = [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(payload, "pull_request"), "updated_at"), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(payload, "repository"), "pushed_at")];
	const latest = Math.max(...times.map(timeOf).filter(Number.isFinite));
	return Number.isFinite(latest) ? latest : void 0;
}
function timeOf(value) {
	if (typeof value === "number") return value * 1e3;
	return typeof value === "string" ? Date.parse(value) : NaN;
}
const workflowRun = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	created_at: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.x)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.D)(Date.parse), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.h)()),
	run_attempt: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.h)(), 1)
});
async function findRun(runId, gitHub) {
	try {
		return await gitHub.send(workflowRun, { path: `${gitHub.repository}/actions/runs/${runId}` });
	} catch (error) {
		if (!(error instanceof GitHubError) || error.result.kind !== "rejected") throw error;
		return error.result.status === 404 ? "missing" : "hidden";
	}
}
// src/github/comment-marker.ts
const maxCommentLength = 65536;
const associationsName = "associate-ipam-byoasn";
const routesName = "associate-ipam-byoasn/route";
const count = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.x)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.h)(), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.w)(), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.d)(0));
const shape = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	name: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.b)([associationsName, routesName]),
	version: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.c)(1),
	file: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(),
	targets: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)()),
	runId: count,
	attempt: count,
	phase: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.b)(["plan", "apply"])
});
function writeComment({ key, run, phase }, body) {
	const header = {
		name: key.action === "routes" ? routesName : associationsName,
		version: 1,
		file: key.file,
		targets: targetSet(key),
		...run,
		phase
	};
	return `<!-- ${JSON.stringify(header).replace(/[<>&]|[^ -~]/g, _every_run_js__WEBPACK_IMPORTED_MODULE_1__.rr)} -->\n${body}`;
}
function readComment(text) {
	const [, json = ""] = /^<!-- (\{.*\}) -->(?:\r?\n|$)/.exec(text) ?? [];
	const read = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.T)(shape, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Wn)(json));
	if (!read.success) return void 0;
	const { name, file, targets, runId, attempt, phase } = read.output;
	return {
		key: {
			...name === routesName ? { action: "routes" } : {},
			file,
			targets
		},
		run: {
			runId,
			attempt
		},
		phase
	};
}
function commentRoom(key) {
	return maxCommentLength - writeComment({
		key,
		run: {
			runId: Number.MAX_SAFE_INTEGER,
			attempt: Number.MAX_SAFE_INTEGER
		},
		phase: "apply"
	}, "").length;
}
function sameKey(a, b) {
	if (a.action !== b.action || a.file !== b.file) return false;
	return JSON.stringify(targetSet(a)) === JSON.stringify(targetSet(b));
}
function compareHeaders(a, b) {
	return a.run.runId - b.run.runId || a.run.attempt - b.run.attempt || Number(a.phase === "apply") - Number(b.phase === "apply");
}
function targetSet({ targets }) {
	return [...new Set(targets)].sort();
}
// src/github/find-pull-request.ts
async function findPullNumber(event, gitHub) {
	if (event.name !== "push") return pullNumberOfEvent(event);
	return gitHub.attempt("read", () => findPullOfCommit(event.sha, gitHub));
}
function pullNumberOfEvent({ name, payload }) {
	if (name.startsWith("pull_request")) return numberOf((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(payload, "pull_request"));
	switch (name) {
		case "issues":
		case "issue_comment": {
			const issue = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(payload, "issue");
			return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(issue, "pull_request") ? numberOf(issue) : void 0;
		}
		case "merge_group": return numberInQueue((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(payload, "merge_group"), "head_ref"));
		case "workflow_run": {
			const pulls = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(payload, "workflow_run"), "pull_requests");
			return numberOf((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(pulls, "0"));
		}
		default: return;
	}
}
const pullNumber = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.x)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.h)(), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.w)(), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.d)(1));
function numberOf(value) {
	const number = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Gn)(value, "number");
	return (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.s)(pullNumber, number) ? number : void 0;
}
function numberInQueue(ref) {
	if (typeof ref !== "string") return void 0;
	const [, digits] = /(?:^|\/)gh-readonly-queue\/.+\/pr-([1-9]\d{0,14})-[\da-f]+$/.exec(ref) ?? [];
	return digits === void 0 ? void 0 : Number(digits);
}
const pull = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	number: pullNumber,
	state: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(),
	merged_at: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.m)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)()),
	merge_commit_sha: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.m)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)())
});
async function findPullOfCommit(sha, gitHub) {
	const path = `${gitHub.repository}/commits/${sha}/pulls`;
	const alive = (await gitHub.send((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)(pull), {
		path,
		query: { per_page: "100" }
	})).filter(({ state, merged_at }) => state === "open" || merged_at);
	const merges = alive.filter(({ merge_commit_sha }) => merge_commit_sha === sha);
	if (merges.length > 0) return Math.max(...merges.map(({ number }) => number));
	return alive.length === 1 ? alive[0]?.number : void 0;
}
// src/github/comments-api.ts
const user = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	login: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(),
	type: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)()
});
const comment = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	id: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.h)(),
	html_url: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(),
	body: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.m)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(), ""),
	updated_at: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.o)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.x)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.D)(Date.parse)), NaN),
	user: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.m)(user)
});
const pageSize = 100;
function createCommentsApi(gitHub, pullNumber, key) {
	const ofPull = `${gitHub.repository}/issues/${pullNumber}/comments`;
	const pathOf = ({ id }) => `${gitHub.repository}/issues/comments/${id}`;
	let known;
	const ownAmong = async (listed) => {
		known ??= await readAuthor(gitHub);
		const isOwn = known;
		return listed.flatMap(({ id, html_url: url, body: text, updated_at: writtenAt, user }) => {
			const header = readComment(text);
			return header !== void 0 && sameKey(header.key, key) && isOwn(user) ? {
				id,
				url,
				text,
				header,
				writtenAt
			} : [];
		});
	};
	return {
		async list() {
			const found = [];
			for (let page = 1;; page += 1) {
				const query = {
					per_page: String(pageSize),
					page: String(page)
				};
				const listed = await gitHub.send((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)(comment), {
					path: ofPull,
					query
				});
				found.push(...await ownAmong(listed));
				if (listed.length < pageSize) return found;
			}
		},
		async get(old) {
			const read = await unlessStatus(404, gitHub.send(comment, { path: pathOf(old) }));
			const [current] = await ownAmong(read ? [read] : []);
			return current ?? throwDeleted();
		},
		async create(body) {
			const request = {
				method: "POST",
				path: ofPull,
				body: { body }
			};
			return (await gitHub.send(comment, request)).html_url;
		},
		async update(old, body) {
			const request = {
				method: "PATCH",
				path: pathOf(old),
				body: { body }
			};
			return (await unlessStatus(404, gitHub.send(comment, request)))?.html_url ?? throwDeleted();
		},
		async remove(old) {
			const request = {
				method: "DELETE",
				path: pathOf(old)
			};
			await unlessStatus(404, gitHub.send((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.O)(), request));
		}
	};
}
async function readAuthor(gitHub) {
	const own = await unlessStatus(403, gitHub.send(user, { path: "/user" }));
	return (author) => own ? author?.login === own.login : author?.type === "Bot";
}
function throwDeleted() {
	throw new GitHubError("The comment was deleted before it could be updated", { kind: "ambiguous" });
}
// src/github/upsert-comment.ts
async function postComment(request, gitHub, log) {
	const post = {
		request,
		gitHub,
		api: createCommentsApi(gitHub, request.pullNumber, request.key),
		text: writeComment(request, request.body),
		log,
		claims: new Map(),
		lastAttempt: void 0
	};
	return gitHub.attempt("write", () => upsert(post));
}
async function checkMarker(comment, post) {
	const { header, url, writtenAt } = comment;
	const { request, gitHub, log, claims } = post;
	if (compareHeaders(header, request) <= 0) return comment;
	const { runId, attempt } = header.run;
	const claim = JSON.stringify([
		url,
		runId,
		attempt,
		writtenAt
	]);
	const isKnown = claims.has(claim);
	const why = isKnown ? claims.get(claim) : await refuteClaim(comment, request, gitHub);
	claims.set(claim, why);
	if (why === void 0) return comment;
	if (!isKnown) log.warning(`The marker of the comment ${url} names run ${runId}, attempt ${attempt}, ${why}. Somebody edited it, so the comment is overwritten.`);
	return {
		...comment,
		header: {
			...header,
			run: {
				runId: -1,
				attempt: 0
			}
		}
	};
}
async function upsert(post) {
	const { api, request, text } = post;
	const posted = await updateAmong(await api.list(), post);
	if (posted) return posted;
	if (request.ifMissing === "skip") return { status: "skipped" };
	post.lastAttempt = "created";
	const url = await api.create(text);
	return await updateAmong(await api.list(), post) ?? {
		status: "created",
		url
	};
}
async function updateAmong(found, post) {
	const checked = [];
	for (const comment of found) checked.push(await checkMarker(comment, post));
	const [newest, ...others] = checked.toSorted(newestFirst);
	if (newest === void 0) return void 0;
	const posted = resultWithoutUpdate(newest, post) ?? await update(newest, post);
	for (const comment of others) await removeOlder(comment, post);
	return posted;
}
function newestFirst(a, b) {
	return compareHeaders(b.header, a.header) || a.id - b.id;
}
function resultWithoutUpdate(comment, { request, text, lastAttempt }) {
	const { url } = comment;
	if (compareHeaders(comment.header, request) > 0) return {
		status: "newer",
		url
	};
	return sameText(comment.text, text) ? {
		status: lastAttempt ?? "unchanged",
		url
	} : void 0;
}
async function update(comment, post) {
	const { api, text } = post;
	const posted = resultWithoutUpdate(await checkMarker(await api.get(comment), post), post);
	if (posted) return posted;
	post.lastAttempt = "updated";
	return {
		status: "updated",
		url: await api.update(comment, text)
	};
}
async function removeOlder(comment, { api, request, log }) {
	if (compareHeaders(comment.header, request) > 0) return;
	try {
		await api.remove(comment);
	} catch (error) {
		if (!(error instanceof GitHubError) || error.result.kind !== "rejected") throw error;
		log.line(`Could not delete the outdated comment ${comment.url}: ${error.message}`);
	}
}
function sameText(a, b) {
	const normalize = (text) => text.replaceAll("\r\n", "\n").trimEnd();
	return normalize(a) === normalize(b);
}
// src/github/comment-on-plan.ts
var comment_on_plan_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({ commentOnPlan: () => commentOnPlan });
const timeoutSeconds$1 = 70;
async function commentOnPlan({ outcome, inputs, comment, format }, context) {
	const { token, create, pullNumber } = comment;
	const { env, event: payload, log } = context;
	const deadline = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.gt)(context.clock, timeoutSeconds$1);
	const gitHub = createGitHub(token, {
		...context,
		deadline
	});
	const event = {
		name: env.GITHUB_EVENT_NAME ?? "",
		payload,
		sha: env.GITHUB_SHA ?? ""
	};
	const pull = pullNumber ?? await findPullNumber(event, gitHub);
	if (pull === void 0) {
		log.notice("No comment: this event belongs to no pull request. Set pr-number to name one.");
		return "";
	}
	if (typeof pull !== "number") return reportResult(pull, log);
	const key = keyOf(inputs);
	return reportResult(await postComment({
		pullNumber: pull,
		key,
		run: {
			runId: parseCount(env.GITHUB_RUN_ID),
			attempt: parseCount(env.GITHUB_RUN_ATTEMPT)
		},
		eventTime: readEventTime(payload),
		phase: inputs.mode,
		ifMissing: ifMissing(create, outcome),
		body: format(commentRoom(key))
	}, gitHub, log), log);
}
function ifMissing(create, { conclusion, plan }) {
	const isUnchanged = conclusion === "success" && plan !== void 0 && !(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.w)(plan);
	return create === "on-change" && isUnchanged ? "skip" : "create";
}
function reportResult(result, log) {
	switch (result.status) {
		case "failed":
			log.warning(`No comment: ${result.problem}`);
			return "";
		case "skipped":
			log.line("no comment: nothing to do");
			return "";
		case "newer":
			log.line(`the comment of a newer run is kept: ${result.url}`);
			return result.url;
		case "created":
		case "updated":
		case "unchanged":
			log.line(`comment ${result.status}: ${result.url}`);
			return result.url;
	}
}
function keyOf({ action, source }) {
	const own = action === "routes" ? { action } : {};
	if (source.form === "file") return {
		...own,
		file: source.path,
		targets: source.only
	};
	const { region, associations, routes = [] } = source.target;
	const entries = [...associations.map(({ asn, cidr }) => `${cidr} AS${asn} ${region}`), ...routes.map(({ cidr }) => `${cidr} ${region}`)];
	return {
		...own,
		file: entries.join(", "),
		targets: []
	};
}
function parseCount(text) {
	return text !== void 0 && /^[0-9]{1,15}$/.test(text) ? Number(text) : 0;
}
// src/github/read-approvals.ts
var read_approvals_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({ readApprovals: () => readApprovals });
const timeoutSeconds = 5;
const maxApprovers = 10;
const approval = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({
	state: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(),
	environments: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({ name: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)(), "") })),
	user: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.g)({ login: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.E)() })
});
async function readApprovals({ environment, token }, context) {
	const deadline = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.gt)(context.clock, timeoutSeconds);
	const gitHub = createGitHub(token, {
		...context,
		deadline
	});
	const path = `${gitHub.repository}/actions/runs/${context.env.GITHUB_RUN_ID ?? ""}/approvals`;
	const listed = await gitHub.attempt("read runs", () => gitHub.send((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)(approval), { path }));
	if (!Array.isArray(listed)) {
		context.log.line(`the approvers are not known: ${listed.problem}`);
		return [];
	}
	const isThis = ({ name }) => name.toLowerCase() === environment.toLowerCase();
	const logins = listed.filter(({ state, environments }) => state === "approved" && environments.some(isThis)).map(({ user }) => user.login);
	return [...new Set(logins)].slice(0, maxApprovers);
}



}),

533:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  C: () => (m),
  D: () => (g),
  E: () => (F),
  O: () => (I),
  S: () => (p),
  T: () => (z),
  _: () => (M),
  a: () => (T),
  b: () => (P),
  c: () => (E),
  d: () => (f),
  f: () => (D),
  g: () => (j),
  h: () => (A),
  i: () => (c),
  l: () => (u),
  m: () => (k),
  n: () => (C),
  o: () => (y),
  p: () => (O),
  r: () => (w),
  s: () => (x),
  t: () => (S),
  u: () => (d),
  v: () => (N),
  w: () => (h),
  x: () => (R),
  y: () => (L)
});
const e={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function t(t){return t?{lang:t?.lang??void 0,message:t?.message,abortEarly:t?.abortEarly??void 0,abortPipeEarly:t?.abortPipeEarly??void 0}:e}function n(e){let t=typeof e;return t===`string`?`"${e}"`:t===`number`||t===`bigint`||t===`boolean`?`${e}`:t===`object`||t===`function`?(e&&Object.getPrototypeOf(e)?.constructor?.name)??`null`:t}function r(e,t,r,i,a){let o=a&&`input`in a?a.input:r.value,s=a?.expected??e.expects??null,c=a?.received??n(o),l={kind:e.kind,type:e.type,input:o,expected:s,received:c,message:`Invalid ${t}: ${s?`Expected ${s} but r`:`R`}eceived ${c}`,requirement:e.requirement,path:a?.path,issues:a?.issues,lang:i.lang,abortEarly:i.abortEarly,abortPipeEarly:i.abortPipeEarly},u=e.kind===`schema`,d=a?.message??e.message??(e.reference,l.lang,void 0)??(u?(l.lang,void 0):null)??i.message??(l.lang,void 0);d!==void 0&&(l.message=typeof d==`function`?d(l):d),u&&(r.typed=!1),r.issues?r.issues.push(l):r.issues=[l]}function i(e,t){return e===t||Number.isNaN(e)&&Number.isNaN(t)}function a(e,t){return Object.prototype.hasOwnProperty.call(e,t)&&t!==`__proto__`&&t!==`prototype`&&t!==`constructor`}function o(e,t){let n=[...new Set(e)];return n.length>1?`(${n.join(` ${t} `)})`:n[0]??`never`}function s(e){return e[`~standard`]={version:1,vendor:`valibot`,validate:n=>e[`~run`]({value:n},t())},e}function c(e,t){let n={};for(let r of e)n[r]=t;return n}var l=class extends Error{constructor(e){super(e[0].message),this.name=`ValiError`,this.issues=e}};function u(e){return{kind:`metadata`,type:`metadata`,reference:u,metadata:e}}function d(e,t){return{kind:`validation`,type:`min_length`,reference:d,async:!1,expects:`>=${e}`,requirement:e,message:t,"~run"(e,t){return e.typed&&e.value.length<this.requirement&&r(this,`length`,e,t,{received:`${e.value.length}`}),e}}}function f(e,t){return{kind:`validation`,type:`min_value`,reference:f,async:!1,expects:`>=${e instanceof Date?e.toJSON():n(e)}`,requirement:e,message:t,"~run"(e,t){return e.typed&&!(e.value>=this.requirement)&&r(this,`value`,e,t,{received:e.value instanceof Date?e.value.toJSON():n(e.value)}),e}}}function p(e){return{kind:`validation`,type:`raw_check`,reference:p,async:!1,expects:null,"~run"(t,n){return e({dataset:t,config:n,addIssue:e=>r(this,e?.label??`input`,t,n,e)}),t}}}function m(e){return{kind:`transformation`,type:`raw_transform`,reference:m,async:!1,"~run"(t,n){let i=e({dataset:t,config:n,addIssue:e=>r(this,e?.label??`input`,t,n,e),NEVER:null});return t.issues?t.typed=!1:t.value=i,t}}}function h(e){return{kind:`validation`,type:`safe_integer`,reference:h,async:!1,expects:null,requirement:Number.isSafeInteger,message:e,"~run"(e,t){return e.typed&&!this.requirement(e.value)&&r(this,`safe integer`,e,t),e}}}function g(e){return{kind:`transformation`,type:`transform`,reference:g,async:!1,operation:e,"~run"(e){return e.value=this.operation(e.value),e}}}const _={abortEarly:!0};function v(e,t,n){return typeof e.fallback==`function`?e.fallback(t,n):e.fallback}function y(e,t){return s({...e,fallback:t,"~run"(t,n){let r=e[`~run`](t,n);return r.issues?{typed:!0,value:v(this,r,n)}:r}})}function b(e,t,n){return typeof e.default==`function`?e.default(t,n):e.default}function x(e,t){return!e[`~run`]({value:t},_).issues}function S(e,t){return s({kind:`schema`,type:`array`,reference:S,expects:`Array`,async:!1,item:e,message:t,"~run"(e,t){let n=e.value;if(Array.isArray(n)){e.typed=!0,e.value=[];for(let r=0;r<n.length;r++){let i=n[r],a=this.item[`~run`]({value:i},t);if(a.issues){let o={type:`array`,origin:`value`,input:n,key:r,value:i};for(let t of a.issues)t.path?t.path.unshift(o):t.path=[o],e.issues?.push(t);if(e.issues||=a.issues,t.abortEarly){e.typed=!1;break}}a.typed||(e.typed=!1),e.value.push(a.value)}}else r(this,`type`,e,t);return e}})}function C(e){return s({kind:`schema`,type:`boolean`,reference:C,expects:`boolean`,async:!1,message:e,"~run"(e,t){return typeof e.value==`boolean`?e.typed=!0:r(this,`type`,e,t),e}})}function w(e,t){return s({kind:`schema`,type:`custom`,reference:w,expects:`unknown`,async:!1,check:e,message:t,"~run"(e,t){return this.check(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function T(e,t){return s({kind:`schema`,type:`exact_optional`,reference:T,expects:e.expects,async:!1,wrapped:e,default:t,"~run"(e,t){return this.wrapped[`~run`](e,t)}})}function E(e,t){return s({kind:`schema`,type:`literal`,reference:E,expects:n(e),async:!1,literal:e,message:t,"~run"(e,t){return i(e.value,this.literal)?e.typed=!0:r(this,`type`,e,t),e}})}function D(e){return s({kind:`schema`,type:`never`,reference:D,expects:`never`,async:!1,message:e,"~run"(e,t){return r(this,`type`,e,t),e}})}function O(e,t){return s({kind:`schema`,type:`nullable`,reference:O,expects:`(${e.expects} | null)`,async:!1,wrapped:e,default:t,"~run"(e,t){return e.value===null&&(this.default!==void 0&&(e.value=b(this,e,t)),e.value===null)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function k(e,t){return s({kind:`schema`,type:`nullish`,reference:k,expects:`(${e.expects} | null | undefined)`,async:!1,wrapped:e,default:t,"~run"(e,t){return(e.value===null||e.value===void 0)&&(this.default!==void 0&&(e.value=b(this,e,t)),e.value===null||e.value===void 0)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function A(e){return s({kind:`schema`,type:`number`,reference:A,expects:`number`,async:!1,message:e,"~run"(e,t){return typeof e.value==`number`&&!isNaN(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function j(e,t){return s({kind:`schema`,type:`object`,reference:j,expects:`Object`,async:!1,entries:e,message:t,"~run"(e,t){let n=e.value;if(n&&typeof n==`object`){e.typed=!0,e.value={};for(let i in this.entries){let a=this.entries[i];if(i in n||(a.type===`exact_optional`||a.type===`optional`||a.type===`nullish`)&&a.default!==void 0){let r=i in n?n[i]:b(a),o=a[`~run`]({value:r},t);if(o.issues){let a={type:`object`,origin:`value`,input:n,key:i,value:r};for(let t of o.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=o.issues,t.abortEarly){e.typed=!1;break}}o.typed||(e.typed=!1),e.value[i]=o.value}else if(a.fallback!==void 0)e.value[i]=v(a);else if(a.type!==`exact_optional`&&a.type!==`optional`&&a.type!==`nullish`&&(r(this,`key`,e,t,{input:void 0,expected:`"${i}"`,path:[{type:`object`,origin:`key`,input:n,key:i,value:n[i]}]}),t.abortEarly))break}}else r(this,`type`,e,t);return e}})}function M(e,t,n){return s({kind:`schema`,type:`object_with_rest`,reference:M,expects:`Object`,async:!1,entries:e,rest:t,message:n,"~run"(e,t){let n=e.value;if(n&&typeof n==`object`){e.typed=!0,e.value={};for(let i in this.entries){let a=this.entries[i];if(i in n||(a.type===`exact_optional`||a.type===`optional`||a.type===`nullish`)&&a.default!==void 0){let r=i in n?n[i]:b(a),o=a[`~run`]({value:r},t);if(o.issues){let a={type:`object`,origin:`value`,input:n,key:i,value:r};for(let t of o.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=o.issues,t.abortEarly){e.typed=!1;break}}o.typed||(e.typed=!1),e.value[i]=o.value}else if(a.fallback!==void 0)e.value[i]=v(a);else if(a.type!==`exact_optional`&&a.type!==`optional`&&a.type!==`nullish`&&(r(this,`key`,e,t,{input:void 0,expected:`"${i}"`,path:[{type:`object`,origin:`key`,input:n,key:i,value:n[i]}]}),t.abortEarly))break}if(!e.issues||!t.abortEarly){for(let r in n)if(a(n,r)&&!Object.prototype.hasOwnProperty.call(this.entries,r)){let i=this.rest[`~run`]({value:n[r]},t);if(i.issues){let a={type:`object`,origin:`value`,input:n,key:r,value:n[r]};for(let t of i.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=i.issues,t.abortEarly){e.typed=!1;break}}i.typed||(e.typed=!1),e.value[r]=i.value}}}else r(this,`type`,e,t);return e}})}function N(e,t){return s({kind:`schema`,type:`optional`,reference:N,expects:`(${e.expects} | undefined)`,async:!1,wrapped:e,default:t,"~run"(e,t){return e.value===void 0&&(this.default!==void 0&&(e.value=b(this,e,t)),e.value===void 0)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function P(e,t){return s({kind:`schema`,type:`picklist`,reference:P,expects:o(e.map(n),`|`),async:!1,options:e,message:t,"~run"(e,t){return this.options.includes(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function F(e){return s({kind:`schema`,type:`string`,reference:F,expects:`string`,async:!1,message:e,"~run"(e,t){return typeof e.value==`string`?e.typed=!0:r(this,`type`,e,t),e}})}function I(){return s({kind:`schema`,type:`unknown`,reference:I,expects:`unknown`,async:!1,"~run"(e){return e.typed=!0,e}})}function L(e,n,r){let i=e[`~run`]({value:n},t(r));if(i.issues)throw new l(i.issues);return i.value}function R(...e){return s({...e[0],pipe:e,"~run"(t,n){for(let r of e)if(r.kind!==`metadata`){if(t.issues&&(r.kind===`schema`||r.kind===`transformation`)){t.typed=!1;break}t.issues&&(n.abortEarly||n.abortPipeEarly)||(t=r[`~run`](t,n))}return t}})}function z(e,n,r){let i=e[`~run`]({value:n},t(r));return{typed:i.typed,success:!i.issues,output:i.value,issues:i.issues}}

})

};
