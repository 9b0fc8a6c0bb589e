export const id = 530;
export const ids = [530];
export const modules = {

/***/ 530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askDryRun),
/* harmony export */   c: () => (/* binding */ notStarted),
/* harmony export */   d: () => (/* binding */ decide),
/* harmony export */   i: () => (/* binding */ dry_run_exports),
/* harmony export */   l: () => (/* binding */ pollDelay),
/* harmony export */   n: () => (/* binding */ progress_exports),
/* harmony export */   o: () => (/* binding */ notAsked),
/* harmony export */   r: () => (/* binding */ dryRunTarget),
/* harmony export */   s: () => (/* binding */ apply_target_exports),
/* harmony export */   t: () => (/* binding */ disassociate_command_exports),
/* harmony export */   u: () => (/* binding */ readOnce)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(702);
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(433);
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(827);



// ../../main/node_modules/@aws-sdk/client-ec2/dist-es/commands/DisassociateIpamByoasnCommand.js
var DisassociateIpamByoasnCommand = class extends (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.o)(_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.i, _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.a, "DisassociateIpamByoasn", _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.c) {};
const open$1 = { result: "open" };
function emptyHistory(before) {
	return {
		before,
		reads: 0,
		moved: false,
		absences: 0,
		associations: 0,
		removals: 0
	};
}
function addReading(history, state) {
	if (state === "unknown") return {
		...history,
		absences: 0,
		associations: 0,
		removals: 0
	};
	const next = {
		...history,
		reads: history.reads + 1,
		absences: state === "absent" ? history.absences + 1 : 0,
		associations: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.st)(state) ? history.associations + 1 : 0,
		removals: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ct)(state) ? history.removals + 1 : 0
	};
	return {
		...next,
		moved: history.moved || provesMove(next, state)
	};
}
function isConfirmed$1({ before, associations }) {
	return associations >= ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.at)(before) ? 2 : 1);
}
function provesMove(history, state) {
	const { before } = history;
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.at)(before) && state === "absent") return false;
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.st)(state) ? isConfirmed$1(history) && state !== before : state !== before;
}
function evaluate(history, state) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.st)(state)) return isConfirmed$1(history) ? { result: "associated" } : open$1;
	if (state === history.before && history.reads <= 3) return open$1;
	const rejection = findRejection$1(state);
	return rejection && isLasting(history, state) ? {
		result: "failed",
		...rejection
	} : open$1;
}
function isLasting({ moved, absences }, state) {
	if (state === "absent") return moved && absences >= 3;
	return state !== "disassociated" || moved;
}
function findRejection$1(state) {
	switch (state) {
		case "failed-association": return {
			reason: "association-failed",
			why: "AWS could not associate it"
		};
		case "disassociated":
		case "pending-disassociation":
		case "failed-disassociation": return {
			reason: "association-busy",
			why: "Someone disassociated it during the run"
		};
		case "absent": return {
			reason: "association-failed",
			why: "AWS no longer lists it"
		};
		default: return;
	}
}
function evaluateWithoutWait(state) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.st)(state) || state === "pending-association") return void 0;
	return findRejection$1(state) ?? {
		reason: "unknown-state",
		why: "This version does not know the state"
	};
}
// src/apply/associate-rules.ts
function decide({ kind }, uncertain) {
	switch (kind) {
		case "throttled":
		case "unsent": return "retry";
		case "ambiguous":
		case "intercepted":
		case "permitted": return "read back";
		case "rejected": return uncertain ? "read back" : "check once";
		case "denied":
		case "credentials":
		case "invalid": return uncertain ? "read back" : "retry";
	}
}
function classifyReadBack(state, history) {
	if (state === "unknown") return "unknown";
	if (state === history.before || state === "absent") return "unchanged";
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.st)(state)) return isConfirmed$1(history) ? "carried out" : "unconfirmed";
	return state === "pending-association" || state === "failed-association" ? "carried out" : "elsewhere";
}
// src/apply/read.ts
async function tryRead(context, doing) {
	const cidrs = await readOnce(doing, (call) => policyIfDenied(call, context), context);
	if (!("unread" in cidrs)) recordIdlePairs(cidrs, context);
	return cidrs;
}
async function readOnce(doing, detailsOf, { readCidrs, log, elapsed }) {
	try {
		return await readCidrs();
	} catch (error) {
		const call = error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn ? error : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.V)(error);
		if (!call) throw error;
		if (!(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.qn)(call)) throw error === call ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.B)(doing, call, detailsOf(call)) : error;
		if (call.result.code === "TooLate") return { unread: "" };
		log.line(`${elapsed()} not read: ${call.message}`);
		return { unread: call.message };
	}
}
function policyIfDenied({ result }, { region, ipamRegion, changes }) {
	if (result.kind !== "denied") return {};
	const removes = changes.some(({ step }) => step === "disassociate");
	return { lines: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.on)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.rn)(region, ipamRegion, { removes })) };
}
function recordListed(association, cidrs, { runState, log, elapsed }) {
	const { state, statusMessage } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.D)(cidrs, association);
	const known = runState.pair(association);
	const cidrState = known.association.remove ? cidrStateIn(cidrs, association) : known.cidrState;
	if (known.state !== state || known.statusMessage !== statusMessage) {
		const message = statusMessage === "" ? "" : `: ${statusMessage}`;
		log.line(`${elapsed()} ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(association)} is ${state}${message}`);
	}
	runState.update(association, {
		state,
		statusMessage,
		cidrState
	});
	return state;
}
function cidrStateIn(cidrs, association) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.k)(cidrs, association).length > 0) return "unknown";
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.O)(cidrs, association.cidr)?.state ?? "not listed";
}
function recordIdlePairs(cidrs, context) {
	for (const { association } of context.changes) {
		const { step, changed, failure } = context.runState.pair(association);
		const isPlanned = !changed && !failure && !context.unanswered.has(association);
		if (step === "keep" || step !== void 0 && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.xt)(step) && isPlanned) recordListed(association, cidrs, context);
	}
}
// src/apply/removal-rules.ts
const provingReads = {
	disassociated: 2,
	absent: 3
};
function classifyRemoval(state, history) {
	if (state === "unknown") return "unknown";
	if (state === history.before) return "unchanged";
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ct)(state)) return isConfirmed(history, state) ? "carried out" : "unconfirmed";
	return isFromCall(state) ? "carried out" : "elsewhere";
}
function evaluateRemoval(history, state) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ct)(state)) return isConfirmed(history, state) ? { result: "disassociated" } : open;
	if (state === history.before && history.reads <= 3) return open;
	const rejection = findRejection(state);
	return rejection ? {
		result: "failed",
		...rejection
	} : open;
}
const open = { result: "open" };
function findRejection(state) {
	return state === "failed-disassociation" ? {
		reason: "association-failed",
		why: "AWS could not disassociate it"
	} : void 0;
}
function isFromCall(state) {
	return state === "pending-disassociation" || state === "failed-disassociation";
}
function isConfirmed({ removals }, state) {
	return removals >= (state === "absent" ? provingReads.absent : provingReads.disassociated);
}
// src/apply/wait.ts
const firstPollMs = 2e3;
const longestPollMs = 12e3;
function pollDelay(nth, random) {
	if (nth === 1) return firstPollMs;
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Pn)(Math.min(longestPollMs, firstPollMs * 1.5 ** (nth - 1)), random);
}
async function waitForEndState(associations, since, context) {
	const { clock, deadline, random, runState } = context;
	let watched = associations.map((association) => startWatch(association, context));
	const open = () => watched.filter(({ status }) => status.result === "open");
	const failOpen = (failure) => {
		for (const { association } of open()) runState.update(association, { failure });
	};
	let lastError = "";
	for (let poll = 1; open().length > 0; poll += 1) {
		const waitedMs = poll === 1 ? clock.now() - since : 0;
		const delayMs = Math.max(0, pollDelay(poll, random) - waitedMs);
		await clock.sleep(Math.min(delayMs, deadline.remaining()));
		if (deadline.remaining() < 1e3) return failOpen(timedOut(open(), context, lastError));
		try {
			const cidrs = await tryRead(context, `read the state of the associations in ${context.region}`);
			if ("unread" in cidrs) {
				lastError = cidrs.unread || lastError;
				continue;
			}
			lastError = "";
			watched = watched.map((pair) => updateWatch(pair, cidrs, context));
		} catch (error) {
			return failOpen((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ar)(error));
		}
		context.reportProgress();
	}
}
function startWatch(association, { runState }) {
	const { before, state, step } = runState.pair(association);
	const result = step === "keep" && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.st)(state) ? "associated" : "open";
	return {
		association,
		history: emptyHistory(before),
		status: { result }
	};
}
function updateWatch(pair, cidrs, context) {
	if (pair.status.result === "failed") return pair;
	const { association } = pair;
	const state = recordListed(association, cidrs, context);
	const history = addReading(pair.history, state);
	const { remove } = context.runState.pair(association).association;
	const status = (remove ? evaluateRemoval : evaluate)(history, state);
	if (status.result === "failed") context.runState.update(association, { failure: failedAssociation(association, status, context) });
	return {
		association,
		history,
		status
	};
}
function failedAssociation(association, { reason, why }, { runState, region }) {
	const { state, statusMessage } = runState.pair(association);
	const message = statusMessage === "" ? " without a status message" : `: ${statusMessage}`;
	const text = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(association)} in ${region} is ${state}${message}`;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_2__.ir(reason, text, { likely: `${why}.` });
}
function timedOut(open, { runState, region, deadline }, lastError) {
	const states = open.map(({ association }) => {
		const { state, association: wanted } = runState.pair(association);
		return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ot)(wanted, state) ? `${state} (not confirmed by a second read)` : state;
	});
	const [first] = open;
	const subject = open.length === 1 && first ? `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(first.association)} in ${region} is` : `${open.length} associations in ${region} are`;
	const unread = lastError === "" ? "" : ` (the last read failed: ${lastError})`;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_2__.ir("wait-timeout", `${subject} still ${[...new Set(states)].join(", ")} after ${deadline.seconds} s${unread}`, { likely: "AWS needs longer than wait-timeout-seconds; it continues without this run." });
}
// src/apply/make-change.ts
const maxCalls = 3;
const minReadsBack = 4;
const longestCheckMs = 1e4;
async function makeChange(association, rules, context) {
	const { runState, unanswered } = context;
	const backoff = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.An)(maxCalls, context);
	for (let uncertain = false;;) {
		const isCertain = await confirm(association, rules, context);
		if (isCertain && isUnderWay(association, context)) return;
		if (!isCertain) refuseIfUnread(association, rules, context);
		refuseIfMoved(association, rules, context);
		const { state, statusMessage } = runState.pair(association);
		unanswered.add(association);
		const error = await send(association, rules, context);
		if (error === void 0) return;
		uncertain ||= (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Yn)(error);
		const decision = decide(error.result, uncertain);
		if (decision === "read back") {
			if (await wasCarriedOut(association, rules, error, context)) return;
		} else runState.update(association, {
			state,
			statusMessage
		});
		unanswered.delete(association);
		if (decision === "check once" && await isAlreadyDone(association, rules, error, context)) return;
		await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.H)(describeCall(association, rules, context), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.In)(error, backoff, context), () => policyIfDenied(error, context));
		await context.associateLimiter.acquire();
		if (context.deadline.remaining() < 1e3) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.B)(describeCall(association, rules, context), error);
	}
}
function refuseIfUnread(association, { verb, firstRead }, { runState, region }) {
	if (firstRead(runState.pair(association)) !== "required") return;
	const text = `Could not ${verb} ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(association)} in ${region}: its state could not be read just before the call`;
	throw new _every_run_js__WEBPACK_IMPORTED_MODULE_2__.ir("unknown-state", text);
}
function refuseIfMoved(association, { decide }, { runState, region }) {
	const { step, why, refusal } = decide(runState.pair(association));
	if (step !== "refuse") return;
	const text = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(association)} in ${region} has changed since the plan: ${why}`;
	throw new _every_run_js__WEBPACK_IMPORTED_MODULE_2__.ir(refusal ?? "unknown-state", text);
}
function isUnderWay(association, { runState }) {
	const { state, association: wanted } = runState.pair(association);
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.lt)(wanted, state);
}
async function send(association, rules, context) {
	const { runState, associateLimiter, log, elapsed } = context;
	const { state: stateBefore, statusMessage: messageBefore } = runState.pair(association);
	runState.update(association, {
		state: "unknown",
		statusMessage: ""
	});
	try {
		const { state, statusMessage, requestId } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.On)((signal) => rules.send(association, context.ec2, signal), context, associateLimiter);
		const id = requestId && ` (request id ${requestId})`;
		const message = statusMessage && `: ${statusMessage}`;
		const answer = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(association)}: ${state}${message}${id}`;
		log.line(`${elapsed()} EC2 accepted ${answer}`);
		runState.update(association, {
			changed: true,
			requestId,
			state,
			statusMessage
		});
		return;
	} catch (error) {
		if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.V)(error)) runState.update(association, {
			state: stateBefore,
			statusMessage: messageBefore
		});
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)) throw error;
		runState.update(association, { requestId: error.result.requestId ?? "" });
		return error;
	}
}
async function wasCarriedOut(association, rules, error, context) {
	const { runState, region, log } = context;
	log.line(`${error.message}; reading back whether EC2 carried it out`);
	switch (await readBack(association, rules, context)) {
		case "carried out":
			runState.update(association, { changed: true });
			return true;
		case "unchanged": return false;
		case "elsewhere": throw conflictingState(runState.pair(association), rules, region);
		case "unknown": throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.B)(describeCall(association, rules, context), error);
	}
}
async function readBack(association, rules, context) {
	const { clock, deadline, random, runState } = context;
	const doing = `read back the result of the call to ${describeCall(association, rules, context)}`;
	let history = emptyHistory(runState.pair(association).before);
	let result = "unknown";
	for (let read = 1; read <= minReadsBack || result === "unconfirmed"; read += 1) {
		await clock.sleep(Math.min(pollDelay(read, random), deadline.remaining()));
		if (deadline.remaining() < 1e3) return "unknown";
		const cidrs = await tryRead(context, doing);
		if ("unread" in cidrs) {
			result = "unknown";
			continue;
		}
		const { state } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.D)(cidrs, association);
		history = addReading(history, state);
		result = rules.classifyReadBack(state, history);
		if (result === "unknown" || result === "unconfirmed") continue;
		if (result === "unchanged" && read < minReadsBack) continue;
		recordListed(association, cidrs, context);
		return result;
	}
	return "unknown";
}
async function isAlreadyDone(association, rules, error, context) {
	const isDone = await check(association, rules, context) && await confirm(association, rules, context) && isUnderWay(association, context);
	if (isDone) context.log.line(`${error.message}; it is under way without this call`);
	return isDone;
}
async function confirm(association, rules, context) {
	const first = rules.firstRead(context.runState.pair(association));
	if (first === "none") return true;
	const { clock, deadline, random } = context;
	if (first === "tried") await clock.sleep(Math.min(pollDelay(1, random), deadline.remaining()));
	return check(association, rules, context);
}
async function check(association, rules, context) {
	const unread = { unread: "" };
	const read = tryRead(context, describeCall(association, rules, context)).catch((error) => {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_2__.ir && error.reason !== "cancelled") return unread;
		throw error;
	});
	const cidrs = await Promise.race([read, context.clock.sleep(longestCheckMs).then(() => unread)]);
	if ("unread" in cidrs) return false;
	recordListed(association, cidrs, context);
	return true;
}
function conflictingState(pair, { verb, decide }, region) {
	const call = verb === "associate" ? "an associate call" : "a disassociate call";
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_2__.ir(decide(pair).refusal ?? "association-busy", `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(pair.association)} in ${region} is ${pair.state} after ${call} whose answer was lost`);
}
function describeCall(association, { verb }, { region }) {
	return `${verb} ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(association)} in ${region}`;
}
// src/apply/associate.ts
const rules$1 = {
	verb: "associate",
	send: (association, ec2, signal) => ec2.associate(association, signal),
	firstRead: ({ before, state }) => state === "unknown" || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.at)(before) && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.st)(state) ? "tried" : "none",
	decide: ({ association: { asn }, state, statusMessage }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.E)({
		asn,
		state,
		statusMessage
	}),
	classifyReadBack
};
function associate(association, context) {
	return makeChange(association, rules$1, context);
}
// src/apply/disassociate.ts
const rules = {
	verb: "disassociate",
	send: (association, ec2, signal) => ec2.disassociate(association, signal),
	firstRead: () => "required",
	decide: ({ association: { asn }, state, statusMessage, cidrState, origin }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.T)({
		asn,
		state,
		statusMessage
	}, {
		state: cidrState,
		origin
	}),
	classifyReadBack: classifyRemoval
};
function disassociate(association, context) {
	return makeChange(association, rules, context);
}
// src/apply/apply-target.ts
var apply_target_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({
	applyTarget: () => applyTarget,
	notStarted: () => notStarted
});
const maxConcurrentCalls = 8;
async function applyTarget(changes, until, applyContext) {
	const context = {
		...applyContext,
		changes,
		unanswered: new Set()
	};
	const since = context.clock.now();
	const toChange = ["associate", "disassociate"].flatMap((wanted) => changes.filter(({ step }) => step === wanted));
	const byCidr = Map.groupBy(toChange, ({ association }) => association.cidr);
	const tooLate = notStarted(context);
	const changed = new Set();
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.W)([...byCidr.values()], maxConcurrentCalls, async (ofCidr) => {
		for (const change of ofCidr) if (await startChange(change, tooLate, context)) changed.add(change.association);
	});
	const associations = changes.filter(({ step, association }) => {
		if (context.runState.pair(association).failure) return false;
		if (step === "keep") return !association.remove;
		return changed.has(association) || isUnderWay(association, context);
	}).map(({ association }) => association);
	if (until === "accepted") {
		for (const association of associations) failIfRejected(association, context);
		return;
	}
	return () => waitForEndState(associations, since, context);
}
async function startChange({ step, association }, tooLate, context) {
	try {
		if (!mayStart(tooLate, context)) return false;
		await context.associateLimiter.acquire();
		if (!mayStart(tooLate, context)) return false;
		await (step === "disassociate" ? disassociate : associate)(association, context);
		return true;
	} catch (error) {
		context.runState.update(association, { failure: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ar)(error) });
		return false;
	}
}
function mayStart(tooLate, context) {
	if (!context.mayStart()) return false;
	if (context.deadline.remaining() < 1e3) throw tooLate;
	return true;
}
function notStarted({ deadline }) {
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_2__.ir("wait-timeout", `Not started: the deadline of ${deadline.seconds} s was reached first`, { next: "Run the workflow again with a longer wait-timeout-seconds; what is associated is kept." });
}
function failIfRejected(association, context) {
	const { state, association: wanted } = context.runState.pair(association);
	const rejection = wanted.remove ? findRejection(state) : evaluateWithoutWait(state);
	if (!rejection) return;
	context.runState.update(association, { failure: failedAssociation(association, rejection, context) });
}
// src/apply/ask-dry-run.ts
function notAsked({ verb }) {
	return {
		grade: "not asked",
		text: `EC2 was not asked whether the role may ${verb} (permission-check: false)`
	};
}
async function askDryRun(question, context, limiter) {
	const { verb, subject } = question;
	try {
		const { verdict, requestId } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Dn)(question.send, context, limiter);
		if (verdict === "ignored") throw ignoredDryRun(question);
		return {
			grade: "proven",
			text: `EC2 DryRun permits this role to ${verb}${requestId === "" ? "" : ` (request id ${requestId})`}`
		};
	} catch (error) {
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)) throw error;
		const doing = `confirm the permission to ${verb} ${subject}`;
		if (error.result.kind !== "denied") throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.B)(doing, error);
		const lines = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.on)(question.policy());
		throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.B)(doing, error, {
			reason: "not-permitted",
			lines
		});
	}
}
function ignoredDryRun({ subject, noun, onIgnored }) {
	onIgnored();
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_2__.ir("service-error", `EC2 answered the DryRun for ${subject} with success instead of DryRunOperation`, {
		likely: "An endpoint that ignores DryRun; AWS does not. It may have carried out the call.",
		next: `Look at the ${noun} in AWS now, and check the AWS_ENDPOINT_URL variables.`
	});
}
// src/apply/dry-run.ts
var dry_run_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({ dryRunTarget: () => dryRunTarget });
async function dryRunTarget(changes, permissionCheck, context) {
	for (const verb of ["associate", "disassociate"]) await dryRun(verb, changes.filter(({ step }) => step === verb).map(({ association }) => association), permissionCheck, context);
}
async function dryRun(verb, associations, permissionCheck, context) {
	const { associateLimiter, log, runState } = context;
	const [first] = associations;
	if (!first) return;
	const question = questionOf(verb, first, context);
	try {
		const evidence = permissionCheck === "ask" ? await askDryRun(question, context, associateLimiter) : notAsked(question);
		log.line(evidence.text);
		for (const association of associations) {
			const gathered = runState.pair(association).evidence;
			runState.update(association, { evidence: [...gathered, evidence] });
		}
	} catch (error) {
		const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ar)(error);
		for (const association of associations) runState.update(association, { failure });
	}
}
function questionOf(verb, association, { ec2, runState, region, ipamRegion }) {
	const removes = verb === "disassociate";
	return {
		verb,
		subject: `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(association)} in ${region}`,
		noun: "association",
		send: (signal) => removes ? ec2.dryRunDisassociate(association, signal) : ec2.dryRunAssociate(association, signal),
		policy: () => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.rn)(region, ipamRegion, { removes }),
		onIgnored: () => runState.update(association, {
			state: "unknown",
			statusMessage: ""
		})
	};
}
// src/apply/progress.ts
var progress_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({ startProgress: () => startProgress });
const quietMs = 3e4;
function startProgress(runState, { log, clock }, elapsed) {
	let lastText = "";
	let lastLoggedAt = clock.now();
	return () => {
		const pairs = runState.pairs();
		if (pairs.length < 2) return;
		const text = progressText(pairs);
		if (text === lastText && clock.now() - lastLoggedAt < quietMs) return;
		lastText = text;
		lastLoggedAt = clock.now();
		log.line(`${text}, ${elapsed()}`);
	};
}
function progressText(pairs) {
	const pending = pairs.filter(({ association, state, failure }) => !failure && state === (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ut)(association));
	const failed = pairs.filter(({ failure }) => failure).length;
	const isRemoval = ({ association }) => association.remove === true;
	return [
		...doneTexts(pairs.filter((pair) => !isRemoval(pair)), "associated"),
		...doneTexts(pairs.filter(isRemoval), "removed"),
		`${pending.length} pending`,
		...failed > 0 ? [`${failed} failed`] : []
	].join(", ");
}
function doneTexts(pairs, word) {
	const done = pairs.filter(({ association, state }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.ot)(association, state)).length;
	return pairs.length === 0 ? [] : [`${done} of ${pairs.length} ${word}`];
}
// src/aws/disassociate-command.ts
var disassociate_command_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({ disassociateCommand: () => disassociateCommand });
function disassociateCommand(input) {
	return new DisassociateIpamByoasnCommand(input);
}



/***/ })

};
