export const id = 815;
export const ids = [815];
export const modules = {

/***/ 815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentOnPlan: () => (/* binding */ commentOnPlan)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75);



// src/report/comment.ts
function formatComment(outcome, room, links) {
	const page = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.d)(outcome, links, {
		picture: "",
		foot: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.y)(links)
	});
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.x)(page, (text) => text.length <= room);
}
// src/github/response.ts
var GitHubError = class extends Error {
	name = "GitHubError";
	result;
	constructor(answer, cause) {
		super(answer.text, { cause });
		this.result = answer;
	}
};
function ambiguousError(text, cause) {
	return new GitHubError({
		kind: "lost",
		text
	}, cause);
}
const answered = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.m)({ response: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.m)({
	status: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.p)(),
	headers: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.y)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.E)()),
	data: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.E)()
}) });
function readOctokitError(thrown) {
	const read = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.S)(answered, thrown);
	if (!read.success) return ambiguousError(`no answer from GitHub (${messageOf(thrown)})`, thrown);
	const { status, headers, data } = read.output.response;
	const text = `GitHub answered ${status}${messageIn(data)}`;
	const waitMs = throttleOf(status, headers, text);
	if (waitMs !== void 0) return new GitHubError({
		kind: "throttled",
		text,
		waitMs
	}, thrown);
	if (status >= 500) return ambiguousError(text, thrown);
	return new GitHubError({
		kind: "refused",
		text,
		status
	}, thrown);
}
const secondaryLimit = /\bsecondary rate limit\b/i;
const defaultWaitMs = 6e4;
function throttleOf(status, headers, text) {
	const retryAfter = secondsOf(headers["retry-after"]);
	const exhausted = headers["x-ratelimit-remaining"] === "0";
	const limited = headers["retry-after"] !== void 0 || exhausted || secondaryLimit.test(text);
	if (!(status === 429 || status === 403 && limited)) return void 0;
	if (retryAfter !== void 0) return retryAfter * 1e3;
	const reset = secondsOf(headers["x-ratelimit-reset"]);
	const now = Date.parse(String(headers.date));
	if (!exhausted || reset === void 0 || Number.isNaN(now)) return defaultWaitMs;
	return Math.max(0, reset * 1e3 - now);
}
function secondsOf(header) {
	return typeof header === "string" && /^\d{1,10}$/.test(header) ? Number(header) : void 0;
}
const longestText = 1e3;
const explained = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.m)({
	message: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(),
	errors: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.g)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.E)()), [])
});
function messageIn(data) {
	const read = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.S)(explained, data);
	if (!read.success) return "";
	const texts = read.output.errors.map((error) => (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.S)(explained, error)).flatMap(({ success, output }) => success ? output.message : []);
	return `: ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.xt)([read.output.message, ...texts].join(", "), longestText)}`;
}
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
// src/github/claimed-run.ts
async function refuteClaim({ run, writtenAt }, asking, rest) {
	const own = await findRun(asking.run.runId, asking, rest);
	const began = typeof own === "string" ? asking.eventTime : own.createdAt;
	if (began !== void 0 && writtenAt < began) return "but the comment was last written before this run began, and so before any newer one";
	if (typeof own === "string") return void 0;
	const claimed = await findRun(run.runId, asking, rest);
	if (claimed === "not told") return void 0;
	if (claimed === "unknown") return "which GitHub does not know";
	if (claimed.createdAt > writtenAt) return "which began after the comment was last written";
	if (claimed.attempts < run.attempt) return "which has not had so many attempts";
}
function readEventTime(payload) {
	const times = [timeOf((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(payload, "pull_request"), "updated_at")), timeOf((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(payload, "repository"), "pushed_at"))].filter((time) => time !== void 0);
	return times.length === 0 ? void 0 : Math.max(...times);
}
function timeOf(value) {
	const time = typeof value === "number" ? value * 1e3 : typeof value === "string" ? Date.parse(value) : NaN;
	return Number.isFinite(time) ? time : void 0;
}
const workflowRun = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.m)({
	created_at: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.w)(Date.parse), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.p)()),
	run_attempt: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.g)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.p)(), 1)
});
async function findRun(runId, { repository }, rest) {
	const [owner = "", repo = ""] = repository.split("/");
	try {
		const found = await rest.ask(workflowRun, ({ actions }, request) => actions.getWorkflowRun({
			owner,
			repo,
			run_id: runId,
			request
		}));
		return {
			createdAt: found.created_at,
			attempts: found.run_attempt
		};
	} catch (error) {
		if (!(error instanceof GitHubError) || error.result.kind !== "refused") throw error;
		return error.result.status === 404 ? "unknown" : "not told";
	}
}
// src/github/comment-marker.ts
const longestComment = 65536;
const count$1 = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.p)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.x)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.l)(0));
const shape = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.m)({
	name: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.i)("associate-ipam-byoasn"),
	version: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.i)(1),
	file: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(),
	targets: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)()),
	runId: count$1,
	attempt: count$1,
	phase: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__._)(["plan", "apply"])
});
function writeComment(header, body) {
	return `${marker(header)}\n${body}`;
}
function readComment(text) {
	const [, json = ""] = /^<!-- (\{.*\}) -->(?:\r?\n|$)/.exec(text) ?? [];
	const read = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.S)(shape, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.V)(json));
	if (!read.success) return void 0;
	const { file, targets, runId, attempt, phase } = read.output;
	return {
		key: {
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
	return longestComment - writeComment({
		key,
		run: {
			runId: Number.MAX_SAFE_INTEGER,
			attempt: Number.MAX_SAFE_INTEGER
		},
		phase: "apply"
	}, "").length;
}
function sameKey(one, other) {
	const [left, right] = [one, other].map(({ targets }) => JSON.stringify(targetSet(targets)));
	return one.file === other.file && left === right;
}
function compareHeaders(one, other) {
	return one.run.runId - other.run.runId || one.run.attempt - other.run.attempt || phases.indexOf(one.phase) - phases.indexOf(other.phase);
}
const phases = ["plan", "apply"];
function marker({ key, run, phase }) {
	const { file } = key;
	const header = {
		name: "associate-ipam-byoasn",
		version: 1,
		file,
		targets: targetSet(key.targets),
		...run,
		phase
	};
	return `<!-- ${JSON.stringify(header).replace(/[<>&]|[^ -~]/g, escapeUnit)} -->`;
}
function escapeUnit(unit) {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function targetSet(targets) {
	return [...new Set(targets)].sort();
}
// src/github/client.ts
const silent = {
	debug() {},
	info() {},
	warn() {},
	error() {}
};
async function openRest(access, limits) {
	const { token, apiUrl, proxy } = access;
	const { getOctokit } = await __webpack_require__.e(/* import() */ 879).then(__webpack_require__.bind(__webpack_require__, 879)).then((n) => n.t);
	const { rest, request } = getOctokit(token, {
		baseUrl: apiUrl.replace(/\/+$/, ""),
		log: silent
	});
	const fetch = boundFetch(request.endpoint.DEFAULTS.request?.fetch);
	return { async ask(schema, call) {
		const data = await within(limits, proxy, (signal) => call(rest, {
			signal,
			log: silent,
			fetch
		}));
		const read = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.S)(schema, data);
		if (read.success) return read.output;
		limits.cancelled.throwIfAborted();
		throw ambiguousError("GitHub gave an answer that cannot be read");
	} };
}
function boundFetch(send) {
	return async (...given) => {
		const response = await send(...given);
		if (response.body === null) return response;
		const body = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.q)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.fromWeb(response.body), new Error("more than 16 MiB"));
		return new Response(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.toWeb(body), response);
	};
}
async function within(limits, proxy, send) {
	try {
		return (await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ft)(send, limits)).data;
	} catch (error) {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.dt) throw ambiguousError(lateText(error));
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.St) throw error;
		const read = readOctokitError(error);
		if (proxy === void 0 || read.result.kind !== "lost") throw read;
		throw ambiguousError(`${read.result.text}; HTTPS_PROXY is ${proxy}`, error);
	}
}
function lateText({ seconds }) {
	return seconds === 0 ? "no time was left to ask GitHub" : `no answer from GitHub within ${seconds.toFixed(1)} s`;
}
// src/github/errors.ts
function problemOf(answer, wanted) {
	switch (answer.kind) {
		case "throttled": return `GitHub limits the token's requests for longer than the run waits: run it again later (${answer.text})`;
		case "lost": return `GitHub gave no usable answer: run it again when githubstatus.com shows no incident (${answer.text})`;
		case "refused": return `${answer.text.replace(/\.$/, "")}. ${adviceOf(answer, wanted)}`;
	}
}
const ofJob = {
	"write comments": "Give the job permissions: pull-requests: write (a pull request of a fork cannot have it)",
	"find pull requests": "Give the job permissions: pull-requests: read"
};
const ofToken = {
	"write comments": "Give that token the permission to write pull requests of this repository",
	"find pull requests": "Give that token the permission to read pull requests of this repository"
};
const neutral = {
	"write comments": "Act on what GitHub says: without that no comment can be written here",
	"find pull requests": "Act on what GitHub says, or name the pull request with pr-number"
};
function adviceOf({ status, text }, wanted) {
	if (/not accessible by integration/i.test(text)) return ofJob[wanted];
	if (/not accessible by personal access token/i.test(text)) return ofToken[wanted];
	switch (status) {
		case 401: return "Give github-token the job's token, or a valid one";
		case 404: return "Likely the token sees no such pull request: give github-token a token of this repository";
		default: return neutral[wanted];
	}
}
// src/github/retry.ts
const maxAttempts = 4;
const longestWaitMs = 6e4;
async function retryAtGitHub(attempt, context) {
	let errors = 0;
	let waited = 0;
	let throttles = 0;
	const backoff = (error) => {
		if (!(error instanceof GitHubError)) return void 0;
		const { result } = error;
		switch (result.kind) {
			case "refused": return;
			case "lost":
				errors += 1;
				return errors < maxAttempts ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.lt)(errors, context.random) : void 0;
			case "throttled": {
				throttles += 1;
				const delay = Math.max(result.waitMs, 500 * 2 ** (throttles - 1));
				waited += delay;
				return waited <= longestWaitMs ? delay + 1e3 * context.random() : void 0;
			}
		}
	};
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ut)(attempt, backoff, context);
}
// src/github/find-pull-request.ts
async function findPullNumber(search, world) {
	const told = pullNumberOfEvent(search.event);
	if (told !== void 0) return {
		done: "found",
		number: told
	};
	if (search.event.name !== "push") return { done: "none" };
	try {
		const number = await retryAtGitHub(() => askForPull(search, world), world);
		return number === void 0 ? { done: "none" } : {
			done: "found",
			number
		};
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		return {
			done: "failed",
			problem: problemOf(error.result, "find pull requests")
		};
	}
}
function pullNumberOfEvent({ name, payload }) {
	switch (name) {
		case "pull_request":
		case "pull_request_target":
		case "pull_request_review":
		case "pull_request_review_comment": return numberOf((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(payload, "pull_request"));
		case "issues":
		case "issue_comment": {
			const issue = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(payload, "issue");
			return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(issue, "pull_request") ? numberOf(issue) : void 0;
		}
		case "merge_group": return numberInQueue((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(payload, "merge_group"), "head_ref"));
		case "workflow_run": {
			const pulls = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(payload, "workflow_run"), "pull_requests");
			return numberOf((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(pulls, "0"));
		}
		default: return;
	}
}
function numberOf(value) {
	const number = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)(value, "number");
	return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : void 0;
}
function numberInQueue(ref) {
	if (typeof ref !== "string") return void 0;
	const [, digits] = /(?:^|\/)gh-readonly-queue\/.+\/pr-([1-9]\d{0,14})-[\da-f]+$/.exec(ref) ?? [];
	return digits === void 0 ? void 0 : Number(digits);
}
const pulls = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.m)({
	number: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.p)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.x)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.l)(1)),
	state: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(),
	merged_at: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.f)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)()),
	merge_commit_sha: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.f)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)())
}));
async function askForPull({ repository, event: { sha }, ...access }, world) {
	const [owner = "", repo = ""] = repository.split("/");
	const alive = (await (await openRest(access, world)).ask(pulls, ({ repos }, request) => repos.listPullRequestsAssociatedWithCommit({
		owner,
		repo,
		commit_sha: sha,
		per_page: 100,
		request
	}))).filter(({ state, merged_at }) => state === "open" || merged_at);
	const merges = alive.filter(({ merge_commit_sha }) => merge_commit_sha === sha);
	if (merges.length > 0) return Math.max(...merges.map(({ number }) => number));
	return alive.length === 1 ? alive[0]?.number : void 0;
}
// src/github/comments-api.ts
const user = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.m)({
	login: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(),
	type: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)()
});
const comment = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.m)({
	id: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.p)(),
	html_url: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(),
	body: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.f)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), ""),
	updated_at: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.n)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.w)(Date.parse)), NaN),
	user: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.f)(user)
});
const comments = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.t)(comment);
const pageSize = 100;
function createCommentsApi(rest, { repository, pullNumber, key }) {
	const [owner = "", repo = ""] = repository.split("/");
	const place = {
		owner,
		repo
	};
	let known;
	const own = async (listed) => {
		known ??= await askAuthor(rest);
		const isOurs = known;
		return listed.flatMap(({ id, html_url: url, body: text, updated_at: writtenAt, user }) => {
			const header = readComment(text);
			return header !== void 0 && sameKey(header.key, key) && isOurs(user) ? {
				id,
				url,
				text,
				header,
				writtenAt
			} : [];
		});
	};
	return {
		async find() {
			const found = [];
			for (let page = 1;; page += 1) {
				const listed = await rest.ask(comments, ({ issues }, request) => issues.listComments({
					...place,
					issue_number: pullNumber,
					per_page: pageSize,
					page,
					request
				}));
				found.push(...await own(listed));
				if (listed.length < pageSize) return found;
			}
		},
		async reread({ id }) {
			const read = await unlessMissing(rest.ask(comment, ({ issues }, request) => issues.getComment({
				...place,
				comment_id: id,
				request
			})));
			const [again] = await own(read ? [read] : []);
			if (again === void 0) throw vanished();
			return again;
		},
		async create(body) {
			const { html_url } = await rest.ask(comment, ({ issues }, request) => issues.createComment({
				...place,
				issue_number: pullNumber,
				body,
				request
			}));
			return html_url;
		},
		async update({ id }, body) {
			const updated = await unlessMissing(rest.ask(comment, ({ issues }, request) => issues.updateComment({
				...place,
				comment_id: id,
				body,
				request
			})));
			if (updated === void 0) throw vanished();
			return updated.html_url;
		},
		async remove({ id }) {
			await unlessMissing(rest.ask((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.E)(), ({ issues }, request) => issues.deleteComment({
				...place,
				comment_id: id,
				request
			})));
		}
	};
}
async function askAuthor(rest) {
	try {
		const { login } = await rest.ask(user, ({ users }, request) => users.getAuthenticated({ request }));
		return (author) => author?.login === login;
	} catch (error) {
		if (statusOf(error) !== 403) throw error;
		return (author) => author?.type === "Bot";
	}
}
async function unlessMissing(answer) {
	try {
		return await answer;
	} catch (error) {
		if (statusOf(error) === 404) return void 0;
		throw error;
	}
}
function statusOf(error) {
	return error instanceof GitHubError && error.result.kind === "refused" ? error.result.status : void 0;
}
function vanished() {
	return ambiguousError("the comment vanished before it was written");
}
// src/github/upsert-comment.ts
async function postComment(request, world) {
	try {
		const post = openPost(await openRest(request, world), request, world.log);
		return await retryAtGitHub(() => settle(post), world);
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		return {
			done: "failed",
			problem: problemOf(error.result, "write comments")
		};
	}
}
function openPost(rest, request, log) {
	const { key, run, phase, body } = request;
	const header = {
		key,
		run,
		phase
	};
	return {
		conversation: createCommentsApi(rest, request),
		header,
		text: writeComment(header, body),
		log,
		checkMarker: openMarkerCheck(header, request, rest, log),
		tried: void 0
	};
}
function openMarkerCheck(own, asking, rest, log) {
	const refuted = new Map();
	return async (comment) => {
		const { header, url, writtenAt } = comment;
		if (compareHeaders(header, own) <= 0) return comment;
		const { runId, attempt } = header.run;
		const claim = JSON.stringify([
			url,
			runId,
			attempt,
			writtenAt
		]);
		if (!refuted.has(claim)) {
			const why = await refuteClaim({
				run: header.run,
				writtenAt
			}, asking, rest);
			if (why !== void 0) log.warning(`The marker of the comment ${url} names run ${runId}, attempt ${attempt}, ${why}. Somebody has edited it, so it is written over.`);
			refuted.set(claim, why !== void 0);
		}
		return refuted.get(claim) ? {
			...comment,
			header: {
				...header,
				run: oldest
			}
		} : comment;
	};
}
const oldest = {
	runId: -1,
	attempt: 0
};
async function settle(post) {
	const { conversation, text } = post;
	const posted = await settleAmong(await conversation.find(), post);
	if (posted) return posted;
	post.tried = "created";
	const url = await conversation.create(text);
	return await settleAmong(await conversation.find(), post) ?? {
		done: "created",
		url
	};
}
async function settleAmong(found, post) {
	const checked = [];
	for (const comment of found) checked.push(await post.checkMarker(comment));
	const [newest, ...others] = checked.toSorted(newestFirst);
	if (newest === void 0) return void 0;
	const posted = verdict(newest, post) ?? await writeOver(newest, post);
	for (const comment of others) await removeOlder(comment, post);
	return posted;
}
function newestFirst(one, other) {
	return compareHeaders(other.header, one.header) || one.id - other.id;
}
function verdict(comment, { header, text, tried }) {
	const { url } = comment;
	if (compareHeaders(comment.header, header) > 0) return {
		done: "newer",
		url
	};
	return sameText(comment.text, text) ? {
		done: tried ?? "unchanged",
		url
	} : void 0;
}
async function writeOver(comment, post) {
	const { conversation, text } = post;
	const posted = verdict(await post.checkMarker(await conversation.reread(comment)), post);
	if (posted) return posted;
	post.tried = "updated";
	return {
		done: "updated",
		url: await conversation.update(comment, text)
	};
}
async function removeOlder(comment, { conversation, header, log }) {
	if (compareHeaders(comment.header, header) > 0) return;
	try {
		await conversation.remove(comment);
	} catch (error) {
		if (!(error instanceof GitHubError) || error.result.kind !== "refused") throw error;
		log.line(`The outdated comment ${comment.url} stays: ${error.message}`);
	}
}
function sameText(one, other) {
	const [left, right] = [one, other].map((text) => text.replaceAll("\r\n", "\n").trimEnd());
	return left === right;
}
// src/github/comment-on-plan.ts
const patienceSeconds = 70;
async function commentOnPlan(outcome, inputs, comment, world) {
	const { env, log } = world;
	const limits = {
		...world,
		deadline: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.s)(world.clock, patienceSeconds)
	};
	const pull = await findPull(comment, limits);
	if (pull.done === "failed") log.warning(`No comment: ${pull.problem}`);
	if (pull.done === "none") log.notice("No comment: this event belongs to no pull request; pr-number can name one.");
	if (pull.done !== "found") return;
	const key = keyOf(inputs);
	const posted = await postComment({
		...access(comment, env),
		repository: env.GITHUB_REPOSITORY ?? "",
		pullNumber: pull.number,
		key,
		run: {
			runId: count(env.GITHUB_RUN_ID),
			attempt: count(env.GITHUB_RUN_ATTEMPT)
		},
		eventTime: readEventTime(world.event),
		phase: inputs.mode,
		body: formatComment(outcome, commentRoom(key), world.links)
	}, limits);
	switch (posted.done) {
		case "failed": return log.warning(`No comment: ${posted.problem}`);
		case "newer": return log.line(`the comment of a newer run stays: ${posted.url}`);
		default: return log.line(`comment ${posted.done}: ${posted.url}`);
	}
}
async function findPull(comment, world) {
	if (comment.pullNumber !== void 0) return {
		done: "found",
		number: comment.pullNumber
	};
	const { env, event: payload } = world;
	const event = {
		name: env.GITHUB_EVENT_NAME ?? "",
		payload,
		sha: env.GITHUB_SHA ?? ""
	};
	const repository = env.GITHUB_REPOSITORY ?? "";
	return findPullNumber({
		...access(comment, env),
		repository,
		event
	}, world);
}
function access({ token }, env) {
	const proxy = URL.parse(env.https_proxy ?? "")?.host || void 0;
	return {
		token,
		apiUrl: env.GITHUB_API_URL || "https://api.github.com",
		proxy
	};
}
function keyOf({ source }) {
	if (source.form === "file") return {
		file: source.path,
		targets: source.only
	};
	const { region, associations } = source.target;
	return {
		file: associations.map(({ asn, cidr }) => `${cidr} AS${asn} ${region}`).join(", "),
		targets: []
	};
}
function count(text) {
	return text !== void 0 && /^[0-9]{1,15}$/.test(text) ? Number(text) : 0;
}



/***/ })

};
