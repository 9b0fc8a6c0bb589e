export const id = 176;
export const ids = [176];
export const modules = {

176:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  routes: () => (routes)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(407);
var _dependencies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(519);
var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(598);




// node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js?routes
const _AAS = "AsnAssociationSet";
const _AAs = "AsnAssociation";
const _AAsn = "AsnAssociations";
const _ABC = "AdvertiseByoipCidr";
const _ABCR = "AdvertiseByoipCidrRequest";
const _ABCRd = "AdvertiseByoipCidrResult";
const _ATd = "AdvertisementType";
const _Asn = "Asn";
const _BC = "ByoipCidr";
const _Ci = "Cidr";
const _DR = "DryRun";
const _De = "Description";
const _IPI = "IpamPoolId";
const _NBG = "NetworkBorderGroup";
const _PIo = "PoolId";
const _SMt = "StatusMessage";
const _St = "State";
const _WBC = "WithdrawByoipCidr";
const _WBCR = "WithdrawByoipCidrRequest";
const _WBCRi = "WithdrawByoipCidrResult";
const _aAS = "asnAssociationSet";
const _aTd = "advertisementType";
const _as = "asn";
const _bC = "byoipCidr";
const _ci = "cidr";
const _de = "description";
const _eQN = "ec2QueryName";
const _iPI = "ipamPoolId";
const _it = "item";
const _nBG = "networkBorderGroup";
const _pIo = "poolId";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.ec2";
const _sMt = "statusMessage";
const _st = "state";
const _xN = "xmlName";
const n0 = "com.amazonaws.ec2";
const _s_registry = new _dependencies_js__WEBPACK_IMPORTED_MODULE_2__.St(_s);
var EC2ServiceException$ = [
	-3,
	_s,
	"EC2ServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(EC2ServiceException$, _dependencies_js__WEBPACK_IMPORTED_MODULE_2__.l);
var AdvertiseByoipCidrRequest$ = [
	3,
	n0,
	_ABCR,
	0,
	[
		_Ci,
		_Asn,
		_DR,
		_NBG
	],
	[
		0,
		0,
		2,
		0
	],
	1
];
var AdvertiseByoipCidrResult$ = [
	3,
	n0,
	_ABCRd,
	0,
	[_BC],
	[[() => ByoipCidr$, {
		[_eQN]: `ByoipCidr`,
		[_xN]: _bC
	}]]
];
var AsnAssociation$ = [
	3,
	n0,
	_AAs,
	0,
	[
		_Asn,
		_Ci,
		_SMt,
		_St
	],
	[
		[0, {
			[_eQN]: `Asn`,
			[_xN]: _as
		}],
		[0, {
			[_eQN]: `Cidr`,
			[_xN]: _ci
		}],
		[0, {
			[_eQN]: `StatusMessage`,
			[_xN]: _sMt
		}],
		[0, {
			[_eQN]: `State`,
			[_xN]: _st
		}]
	]
];
var ByoipCidr$ = [
	3,
	n0,
	_BC,
	0,
	[
		_Ci,
		_De,
		_AAsn,
		_SMt,
		_St,
		_NBG,
		_ATd,
		_PIo,
		_IPI
	],
	[
		[0, {
			[_eQN]: `Cidr`,
			[_xN]: _ci
		}],
		[0, {
			[_eQN]: `Description`,
			[_xN]: _de
		}],
		[() => AsnAssociationSet, {
			[_eQN]: `AsnAssociationSet`,
			[_xN]: _aAS
		}],
		[0, {
			[_eQN]: `StatusMessage`,
			[_xN]: _sMt
		}],
		[0, {
			[_eQN]: `State`,
			[_xN]: _st
		}],
		[0, {
			[_eQN]: `NetworkBorderGroup`,
			[_xN]: _nBG
		}],
		[0, {
			[_eQN]: `AdvertisementType`,
			[_xN]: _aTd
		}],
		[0, {
			[_eQN]: `PoolId`,
			[_xN]: _pIo
		}],
		[0, {
			[_eQN]: `IpamPoolId`,
			[_xN]: _iPI
		}]
	]
];
var WithdrawByoipCidrRequest$ = [
	3,
	n0,
	_WBCR,
	0,
	[_Ci, _DR],
	[0, 2],
	1
];
var WithdrawByoipCidrResult$ = [
	3,
	n0,
	_WBCRi,
	0,
	[_BC],
	[[() => ByoipCidr$, {
		[_eQN]: `ByoipCidr`,
		[_xN]: _bC
	}]]
];
var AsnAssociationSet = [
	1,
	n0,
	_AAS,
	0,
	[() => AsnAssociation$, { [_xN]: _it }]
];
var AdvertiseByoipCidr$ = [
	9,
	n0,
	_ABC,
	0,
	() => AdvertiseByoipCidrRequest$,
	() => AdvertiseByoipCidrResult$
];
var WithdrawByoipCidr$ = [
	9,
	n0,
	_WBC,
	0,
	() => WithdrawByoipCidrRequest$,
	() => WithdrawByoipCidrResult$
];
// node_modules/@aws-sdk/client-ec2/dist-es/commands/AdvertiseByoipCidrCommand.js
var AdvertiseByoipCidrCommand = class extends (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.s)(_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.a, _dependencies_js__WEBPACK_IMPORTED_MODULE_2__.o, "AdvertiseByoipCidr", AdvertiseByoipCidr$) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/WithdrawByoipCidrCommand.js
var WithdrawByoipCidrCommand = class extends (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.s)(_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.a, _dependencies_js__WEBPACK_IMPORTED_MODULE_2__.o, "WithdrawByoipCidr", WithdrawByoipCidr$) {};
// src/domain/route-digest.ts
function callText({ step, accountId, region, cidr, from, to }) {
	return [
		step,
		accountId,
		region,
		cidr,
		step === "withdraw" ? "any" : from,
		to
	].join(" ");
}
function digestOfRoutes(calls) {
	const canonical = ["byoasn-routes v1", ...calls.map(callText).sort()].map((line) => `${line}\n`).join("");
	return `routes-v1:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(canonical).digest("hex")}`;
}
function parseRouteDigest(text) {
	if (/^routes-v1:[0-9a-f]{64}$/.test(text)) return { value: text };
	return {
		problem: /^v\d+:[0-9a-f]{64}$/.test(text) ? "is the digest of a plan of associations; routes have a plan of their own" : "is neither a plan-digest nor a plan of routes",
		example: _every_run_js__WEBPACK_IMPORTED_MODULE_0__.V
	};
}
// src/domain/approved-routes.ts
const parseStep = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.B)(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.jt.routes);
const parseApprovedRoutes = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.R)({
	parseDigest: parseRouteDigest,
	readChange: (read) => {
		const target = read("target", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.cn);
		const accountId = read("account_id", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.dn);
		const region = read("region", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.un);
		const cidr = read("cidr", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.xn)(text, { specialUse: "accept" }));
		const from = read("from", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.z);
		const to = read("to", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Bt)(text, { specialUse: "accept" }));
		const step = read("step", parseStep);
		return target && accountId && region && cidr && from && to && step ? {
			target,
			accountId,
			region,
			cidr,
			from,
			to,
			step
		} : void 0;
	},
	nameOf: ({ cidr }) => cidr,
	digestOf: (changes) => digestOfRoutes(changes.filter(({ step }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.At)(step)))
});
// src/inputs/route-inputs.ts
const limits = {
	"max-changes": "1",
	rpki: "ripestat",
	"rpki-policy": "require-valid"
};
const readRouteInputs = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.P)((reading) => {
	const { check, form } = reading;
	const specialUse = check("allow-special-use", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$t)("accept", "refuse"));
	const { source, region } = form === "inputs" ? checkRoute(reading, specialUse.value) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.N)(reading, [
		"cidr",
		"origin",
		"aws-region"
	]);
	const checkLimited = (name, parse) => check(name, (text) => parse(text || (limits[name] ?? "")));
	const common = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.j)({
		...reading,
		check: checkLimited
	}, region);
	const approved = check("expected-plan", (text) => text === "" && common.mode.value === "plan" ? { value: void 0 } : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.rn)(text, parseApprovedRoutes));
	return {
		...common,
		action: { value: "routes" },
		source,
		specialUse,
		expectedPlan: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nn)(approved, (plan) => plan?.digest),
		approvedChanges: { value: void 0 },
		approvedRoutes: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nn)(approved, (plan) => plan?.changes),
		allowRemove: { value: false },
		unmanaged: { value: "report" },
		allCidrs: { value: false },
		onFailure: { value: "stop" },
		until: { value: "end-state" },
		verify: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.en)({
			policy: check("verify", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.on),
			timeoutSeconds: check("verify-timeout-seconds", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tn)(180, 20, 3600))
		})
	};
});
function checkRoute(reading, specialUse = "refuse") {
	const cidr = reading.check("cidr", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.xn)(text, { specialUse }));
	const origin = reading.check("origin", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Bt)(text, { specialUse }));
	const route = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.en)({
		cidr,
		origin
	}), (pair) => ({
		associations: [],
		routes: [{
			...pair,
			note: "",
			location: void 0
		}]
	}));
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.M)(reading, route);
}
// src/plan/route-differences.ts
function findRouteDifferences(approved, plan) {
	const before = new Map(approved.map((route) => [`${route.cidr}`, route]));
	const now = new Map(plan.changes.map((change) => [`${change.route.cidr}`, change]));
	return [...new Set([...before.keys(), ...now.keys()])].flatMap((cidr) => {
		const old = before.get(cidr);
		const change = now.get(cidr);
		if (!(old && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.At)(old.step)) && !(change && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.At)(change.step))) return [];
		const oldText = old ? approvedText(old) : "not in the plan";
		const newText = change ? changeText(change) : "not in the plan";
		return oldText === newText ? [] : `${cidr}: approved ${oldText}, now ${newText}`;
	});
}
function approvedText({ step, from, to, accountId, region }) {
	return `${stepText(step, from, to)} in ${accountId} ${region}`;
}
function changeText({ step, originBefore, route, target, why }) {
	const text = stepText(step, originBefore.origin, route.origin);
	const reason = step === "refuse" ? ` (${why})` : "";
	return `${text} in ${target.accountId ?? "an unknown account"} ${target.region}${reason}`;
}
function stepText(step, from, to) {
	return step === "withdraw" ? step : `${step} (${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(from)} to ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(to)})`;
}
// src/plan/route-rules.ts
function decideRoute(facts) {
	const { state } = facts;
	const isWithdrawal = facts.desired === "none";
	switch ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.O)(state)) {
		case "provisioned":
			if (isWithdrawal) return {
				step: "keep",
				why: "not advertised"
			};
			return decideChange("advertise", "provisioned, and not advertised", facts);
		case "advertised": return decideAdvertised(facts);
		case "advertising": return isWithdrawal ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)("route-busy", "AWS is advertising it") : {
			step: "wait",
			why: "AWS is advertising it"
		};
		case "withdrawing": return isWithdrawal ? {
			step: "wait",
			why: "AWS is withdrawing it"
		} : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)("route-busy", "AWS is withdrawing it");
		case "never advertised": return isWithdrawal ? {
			step: "keep",
			why: "it can never be advertised"
		} : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)("cidr-not-eligible", `it is ${state}`);
		case "not ready": return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)("cidr-not-ready", `it is ${state}`);
		case "unknown": {
			const why = `AWS shows it in the state ${state}, which this version does not know`;
			return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)("unknown-state", why);
		}
	}
}
function decideAdvertised(facts) {
	const { desired, origin } = facts;
	const now = `advertised from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(origin)}`;
	if (desired === "none") return {
		step: "withdraw",
		why: now
	};
	if (desired === origin) return {
		step: "keep",
		why: `already ${now}`
	};
	if (origin === "unknown" && desired !== "AWS") return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)("origin-unknown", `it is ${now}`);
	return decideChange("swap", now, facts);
}
function decideChange(step, why, { desired, association }) {
	if (desired === "AWS" || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(association)) return {
		step,
		why
	};
	const found = `its association with AS${desired} is ${association}`;
	if (association === "unknown") return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)("unknown-state", found);
	const isPending = association.startsWith("pending-");
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)(isPending ? "association-busy" : "asn-not-associated", found);
}
// src/plan/route-plan.ts
function makeRoutePlan(observations) {
	const changes = observations.flatMap((observation) => (observation.target.routes ?? []).map((route) => planRoute(route, observation.origins?.get(route.cidr) ?? _every_run_js__WEBPACK_IMPORTED_MODULE_0__.K, observation)));
	return {
		changes,
		unmanaged: [],
		unmanagedCidrs: void 0,
		digest: digestOf(changes)
	};
}
function digestOf(changes) {
	const wanted = changes.filter(({ step }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.At)(step));
	const calls = wanted.flatMap(({ step, target: { accountId, region }, route, originBefore }) => {
		const { cidr, origin: to } = route;
		const from = originBefore.origin;
		return accountId === void 0 ? [] : [{
			step,
			accountId,
			region,
			cidr,
			from,
			to
		}];
	});
	return calls.length < wanted.length ? void 0 : digestOfRoutes(calls);
}
function planRoute(route, originBefore, { target, observed }) {
	const listed = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Z)(observed.cidrs, route.cidr);
	const state = listed?.state ?? "not listed";
	const group = listed?.networkBorderGroup ?? "";
	const verdict = decide(route, observed, originBefore);
	return {
		target,
		route,
		before: state,
		cidrState: state,
		statusMessage: listed?.statusMessage ?? "",
		originBefore,
		networkBorderGroup: group === "" || group === target.region ? void 0 : group,
		effect: "",
		...verdict,
		evidence: [...originBefore.evidence, ...associationEvidence(route, verdict, observed)]
	};
}
function associationEvidence({ cidr, origin }, { step }, { cidrs }) {
	if (origin === "AWS" || step !== "advertise" && step !== "swap") return [];
	const { state } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.X)(cidrs, {
		cidr,
		asn: origin
	});
	return [{
		grade: "read",
		text: `DescribeByoipCidrs: the association of ${cidr} with AS${origin} is ${state}`
	}];
}
function decide({ cidr, origin: desired }, { cidrs }, { origin }) {
	const pair = {
		cidr,
		asn: desired
	};
	const listed = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Z)(cidrs, cidr);
	if (!listed) return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.E)(cidr, cidrs);
	const refusal = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.T)(pair, cidrs) ?? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.D)(listed);
	if (refusal) return refusal;
	const association = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.X)(cidrs, pair).state;
	return decideRoute({
		desired,
		state: listed.state,
		origin,
		association
	});
}
// src/routes/change-rules.ts
function readingOf(cidrs, { cidr, origin }) {
	const listed = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Z)(cidrs, cidr);
	if (!listed) return {
		state: "not listed",
		statusMessage: "",
		origins: []
	};
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)(cidrs, {
		cidr,
		asn: origin
	}).length > 0) return {
		state: "unknown",
		statusMessage: "",
		origins: []
	};
	const { state, statusMessage, associations } = listed;
	return {
		state,
		statusMessage,
		origins: associations.filter((association) => association.state === "advertised").map(({ asn }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Rt)(asn))
	};
}
function routeGoal({ route, before }) {
	const { pending, end } = statesTo(route.origin);
	return {
		before,
		pending,
		absent: "not listed",
		isEnd: (state) => state === end,
		mayBeStale: (state) => state === before
	};
}
function statesTo(origin) {
	return origin === "none" ? {
		pending: "pending-withdrawal",
		end: "provisioned"
	} : {
		pending: "pending-advertising",
		end: "advertised"
	};
}
function evaluateRoute(wanted, history, reading) {
	const { state } = reading;
	const { pending, end } = statesTo(wanted.route.origin);
	if (state === end) return evaluateEnd(wanted, history, reading);
	if (state === pending || !isLasting(wanted, history, state)) return "open";
	return rejectionOf(wanted.route.origin, state) ?? "open";
}
function evaluateEnd({ step, route: { origin } }, { reads, moved, pending, ends }, { origins }) {
	const isFresh = reads > 3;
	const isConfirmed = step === "wait" || pending || ends > 1;
	if (origin === "none") return isConfirmed ? "done" : "open";
	if (origins.some((other) => other !== origin)) return step === "wait" && isFresh ? "done" : "open";
	if (origins.length > 0) return "done";
	if (step !== "swap") return isConfirmed ? "done" : "open";
	return moved || isFresh ? "done" : "open";
}
function isLasting({ before }, { reads, moved, absences }, state) {
	if (state === "not listed") return absences >= 3;
	return reads > 3 && (moved || state !== before);
}
function rejectionOf(origin, state) {
	const { pending, end } = statesTo(origin);
	if (state === pending || state === end) return void 0;
	switch ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.O)(state)) {
		case "provisioned":
		case "withdrawing": return {
			reason: "route-busy",
			why: "Someone else has withdrawn it during the run"
		};
		case "advertised":
		case "advertising": return {
			reason: "route-busy",
			why: "Someone else has advertised it during the run"
		};
		case "not ready": return {
			reason: "cidr-not-ready",
			why: "Someone else deprovisions it"
		};
		case "never advertised": return {
			reason: "cidr-not-eligible",
			why: "AWS does not advertise it"
		};
		case "unknown": return state === "not listed" ? {
			reason: "cidr-not-found",
			why: "Someone else has deprovisioned it"
		} : void 0;
	}
}
function classifyRead({ route, before }, state, { absences } = _every_run_js__WEBPACK_IMPORTED_MODULE_0__.f) {
	if (state === before) return "unchanged";
	const { pending, end } = statesTo(route.origin);
	if (state === pending || state === end) return "carried out";
	if (state === "not listed" && absences < 3) return "unknown";
	return rejectionOf(route.origin, state) ? "conflicting" : "unknown";
}
function decideNext(planned, now, isUncertain) {
	const { step } = planned;
	if (isUncertain && classifyRead(planned, now.before) === "carried out") return "wait";
	if (now.step === "keep") return "keep";
	if (step === "withdraw" && now.step === "wait") return "wait";
	const { origin } = now.originBefore;
	const isFromOrigin = step === "withdraw" || origin === planned.originBefore.origin || isUncertain && origin === "unknown";
	return now.step === step && isFromOrigin ? "send" : "changed";
}
function decideCall({ step, route }, result, isUncertain) {
	const decision = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.m)(result, isUncertain);
	if (decision !== "read back" || step !== "swap") return decision;
	return route.origin === "AWS" && !isUncertain ? "repeat" : "unknown";
}
// src/aws/route-calls.ts
const routeRate = {
	burst: 1,
	intervalMs: 10200
};
function routeCalls(client) {
	return {
		advertise: async (advertisement, abortSignal) => {
			const command = new AdvertiseByoipCidrCommand(inputOf(advertisement));
			return readAcceptance(advertisement.cidr, await client.send(command, { abortSignal }));
		},
		withdraw: async (cidr, abortSignal) => {
			const command = new WithdrawByoipCidrCommand({ Cidr: cidr });
			return readAcceptance(cidr, await client.send(command, { abortSignal }));
		},
		dryRunAdvertise: (advertisement, abortSignal) => {
			const input = {
				...inputOf(advertisement),
				DryRun: true
			};
			return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.gn)(client.send(new AdvertiseByoipCidrCommand(input), { abortSignal }));
		},
		dryRunWithdraw: (cidr, abortSignal) => {
			const command = new WithdrawByoipCidrCommand({
				Cidr: cidr,
				DryRun: true
			});
			return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.gn)(client.send(command, { abortSignal }));
		}
	};
}
function inputOf({ cidr, asn, networkBorderGroup }) {
	return {
		Cidr: cidr,
		Asn: asn,
		NetworkBorderGroup: networkBorderGroup
	};
}
function readAcceptance(cidr, response) {
	const requestId = response.$metadata.requestId ?? "";
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vn)(response.ByoipCidr?.Cidr) !== cidr) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Zn)("the response does not show the CIDR", requestId);
	return { requestId };
}
// src/routes/route-context.ts
const recentMs = 5e3;
function isRecent(readAt, clock) {
	return clock.now() - readAt <= recentMs;
}
function createRouteContexts(stage, renewVerdict) {
	return stage.connected.map((connected) => {
		const { target, connection } = connected;
		const listing = createListing(connected, stage.context.clock);
		return {
			...stage.contextOf(target),
			renew: connection.renew,
			runState: stage.runState,
			elapsed: stage.elapsed,
			inputs: stage.inputs,
			connected,
			calls: routeCalls(connection.clients.client),
			limiter: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.it)(routeRate, stage.context),
			listing,
			readCidrs: listing.read,
			renewVerdict,
			inFlight: new Set()
		};
	});
}
function createListing({ observed, readAt, readCidrs }, clock) {
	let last = {
		cidrs: observed.cidrs,
		readAt
	};
	const read = async () => {
		const startedAt = clock.now();
		last = {
			cidrs: await readCidrs(),
			readAt: startedAt
		};
		return last.cidrs;
	};
	return {
		last: () => last.cidrs,
		recent: async () => isRecent(last.readAt, clock) ? last.cidrs : read(),
		read
	};
}
// src/routes/route-policies.ts
function routePlanPolicy(region, ipamRegion = region) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.dt)(...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ft)(region, ipamRegion, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.ct));
}
function routePolicy(region, ipamRegion = region) {
	const changes = ["ec2:AdvertiseByoipCidr", "ec2:WithdrawByoipCidr"];
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.dt)(...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ft)(region, ipamRegion, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.ct), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.pt)("ChangeRoutes", region, ...changes));
}
function withdrawPolicy(region) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.dt)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.pt)("Withdraw", region, "ec2:DescribeByoipCidrs", "ec2:WithdrawByoipCidr"));
}
function smallestPolicy({ step, target }, { connected }) {
	if (step === "withdraw") return withdrawPolicy(target.region);
	return routePolicy(target.region, connected.observed.ipamRegion);
}
function routePolicyIfDenied(change, context) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ut)(smallestPolicy(change, context));
}
// src/routes/wait-for-route.ts
async function waitForRoute(change, context) {
	const goal = routeGoal(change);
	let history = _every_run_js__WEBPACK_IMPORTED_MODULE_0__.f;
	let status = "open";
	const wait = {
		since: context.clock.now(),
		isDone: () => status === "done",
		read: () => readRoute(`read the state of ${cidrInRegion(change)}`, change, context),
		onRead: (cidrs) => {
			const reading = recordReading(change, cidrs, context);
			history = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.d)(goal, history, reading.state);
			status = evaluateRoute(change, history, reading);
			if (typeof status === "object") throw failedRoute(change, reading);
		},
		openText: () => openText(change, context)
	};
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.o)(wait, context);
}
function readRoute(doing, change, context) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.s)(doing, routePolicyIfDenied(change, context), context);
}
function recordReading({ route }, cidrs, context) {
	const reading = readingOf(cidrs, route);
	const { state, statusMessage } = reading;
	(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.c)(route, route.cidr, {
		state,
		statusMessage
	}, context);
	return reading;
}
function failedRoute(change, { state, statusMessage }, after = "") {
	const { reason, why } = rejectionOf(change.route.origin, state) ?? _every_run_js__WEBPACK_IMPORTED_MODULE_0__.p;
	const message = statusMessage === "" ? "" : `: ${statusMessage}`;
	const text = `${cidrInRegion(change)} is ${state}${message}${after}`;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr(reason, text, { likely: `${why}.` });
}
function openText(change, { runState, listing }) {
	const { origins } = readingOf(listing.last(), change.route);
	const { state } = runState.pair(change.route);
	const from = state === "advertised" && origins.length > 0 ? ` from ${origins.map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt).join(", ")}` : "";
	return `${cidrInRegion(change)} is still ${state}${from}`;
}
function cidrInRegion({ route, target }) {
	return `${route.cidr} in ${target.region}`;
}
// src/routes/plan-again.ts
async function planAgain(change, read, context) {
	const { route, target } = change;
	const known = await askAgain(change, context);
	const cidrs = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)(`read the state of ${cidrInRegion(change)}`, read(), routePolicyIfDenied(change, context));
	const listed = originByListing(cidrs, route.cidr, context);
	return planRoute(route, listed.origin === "unknown" || isUndecided(change, listed, context) ? known ?? listed : listed, {
		target,
		observed: {
			cidrs,
			asns: []
		}
	});
}
function originByListing(cidrs, cidr, { clock }) {
	return (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.s)(cidr, entriesOf(cidrs, cidr), {}, clock.wallTime());
}
function entriesOf(cidrs, cidr) {
	return cidrs.filter((listed) => listed.cidr === cidr);
}
function isUndecided({ step, route, originBefore }, listed, context) {
	if (step !== "swap" || originBefore.source !== "none") return false;
	const { cidrs } = context.connected.observed;
	return originByListing(cidrs, route.cidr, context).origin === listed.origin;
}
async function askAgain(change, context) {
	const { step, route, originBefore } = change;
	const { source } = originBefore;
	if (step !== "swap" || source === "state" || source === "association") return void 0;
	const { clock, connected, listing } = context;
	if (source === "none" || isRecent(connected.readAt, clock)) return originBefore;
	const cidrs = entriesOf(listing.last(), route.cidr);
	return (await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.i)([{
		connected,
		cidrs,
		ask: "all"
	}], 1, context)).get(route.cidr) ?? _every_run_js__WEBPACK_IMPORTED_MODULE_0__.K;
}
// src/routes/change-route.ts
const unknownRoute = {
	state: "unknown",
	statusMessage: "",
	originNow: _every_run_js__WEBPACK_IMPORTED_MODULE_0__.K
};
async function changeRoute(change, context) {
	const { calls, limiter, deadline, runState } = context;
	const { route } = change;
	const advertisement = advertisementOf(change);
	const call = {
		text: describeCall(change),
		entry: route,
		goal: routeGoal(change),
		unknown: unknownRoute,
		prepare: (last, lost) => prepare(change, last, lost, context),
		send: (signal) => advertisement ? calls.advertise(advertisement, signal) : calls.withdraw(route.cidr, signal),
		decide: (result, isUncertain) => decideCall(change, result, isUncertain),
		checkRejection: (rejection) => checkRejection(change, rejection, context),
		read: (doing) => readRoute(doing, change, context),
		stateIn: (cidrs) => readingOf(cidrs, route).state,
		record: (cidrs) => recordReading(change, cidrs, context),
		classify: (state, history) => classifyRead(change, state, history),
		missedReadMeansUnknown: change.step !== "withdraw",
		conflict: ({ message }) => failedRoute(change, runState.pair(route), ` after a call whose response was lost (${message})`),
		detailsOf: (result) => detailsOf(change, result, context),
		unknownDetails
	};
	await limiter.acquire();
	if (deadline.remaining() < 1e3) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.i)(context);
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.a)(call, context);
}
async function prepare(change, last, lost, context) {
	const { log, elapsed, runState } = context;
	const isUncertain = lost !== void 0;
	if (!isUncertain) await context.renewVerdict(change);
	const { next, now } = await decideNow(change, last ? context.listing.read : context.listing.recent, isUncertain, context);
	if (next === "send") return next;
	recordPlanned(now, context);
	if (isUncertain && next !== "changed") runState.update(change.route, { changed: true });
	const sent = isUncertain ? "nothing more was sent" : "nothing was sent";
	log.line(`${elapsed()} ${change.route.cidr}: ${now.why}; ${sent}`);
	if (next === "changed") throw lost ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(describeCall(change), lost, unknownDetails) : planChanged(change, now);
	return progressOf(next);
}
function progressOf(next) {
	return next === "keep" ? "done" : "in progress";
}
async function decideNow(change, read, isUncertain, context) {
	const now = await planAgain(change, read, context);
	const next = decideNext(change, now, isUncertain);
	if (next !== "keep") return {
		next,
		now
	};
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.l)(1, context);
	const later = await planAgain(change, context.listing.read, context);
	return {
		next: decideNext(change, later, isUncertain),
		now: later
	};
}
function recordPlanned(now, { runState }) {
	const { route, before, statusMessage, originBefore } = now;
	runState.update(route, {
		state: before,
		statusMessage,
		originNow: originBefore
	});
}
async function checkRejection(change, rejection, context) {
	const { listing, clock, log } = context;
	const read = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.u)(decideNow(change, listing.read, false, context), clock);
	if (!read || read.next === "send") return void 0;
	const { next, now } = read;
	recordPlanned(now, context);
	if (next === "changed") return void 0;
	log.line(`${rejection.message}; AWS shows the change as started without this call: ${now.why}`);
	return progressOf(next);
}
function planChanged(change, { why }) {
	const from = change.step === "swap" ? ` from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(change.originBefore.origin)}` : "";
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("plan-changed", `${cidrInRegion(change)} has changed since the plan: planned ${change.step}${from}, now ${why}`);
}
function advertisementOf({ route: { cidr, origin }, networkBorderGroup }) {
	return origin === "none" ? void 0 : {
		cidr,
		asn: origin,
		networkBorderGroup
	};
}
const unknownDetails = {
	likely: "AWS may have carried it out or not. This run does not repeat it.",
	next: "Look at the route in AWS. Then plan again, and review and approve the new plan."
};
function detailsOf(change, result, context) {
	const { origin } = change.route;
	const toOwn = origin !== "none" && origin !== "AWS";
	if (result.kind === "rejected" && toOwn) return { likely: hourlyLimit };
	if (result.kind === "throttled" && toOwn) return { likely: perhapsHourlyLimit };
	return routePolicyIfDenied(change, context)(result);
}
const hourlyLimit = "AWS allows a change to your own ASN once an hour, and any change of a route once every 10 s. Or the state of the CIDR or of its association does not allow it.";
const perhapsHourlyLimit = "Other callers in this account and Region, or the AWS limit of one change to your own ASN an hour.";
function describeCall({ step, route, originBefore, target: { region } }) {
	const { cidr, origin } = route;
	switch (step) {
		case "swap": return `swap ${cidr} from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(originBefore.origin)} to ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(origin)} in ${region}`;
		case "advertise": return `advertise ${cidr} from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(origin)} in ${region}`;
		default: return `withdraw ${cidr} in ${region}`;
	}
}
// src/routes/wait-for-collectors.ts
const firstPollMs = 2e4;
const pollMs = 15e3;
async function waitForCollectors({ cidr, origin, region, changedAtMs }, timeoutSeconds, context) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(region).length === 0) return {
		verified: "none",
		text: `the route collectors were ${_evidence_js__WEBPACK_IMPORTED_MODULE_1__.h}`
	};
	const { clock, deadline, log } = context;
	const end = clock.now() + Math.min(timeoutSeconds * 1e3, deadline.remaining() - _every_run_js__WEBPACK_IMPORTED_MODULE_0__.ur);
	let last = "the route collectors were not asked: there was no time left";
	const first = Math.max(clock.now(), changedAtMs + firstPollMs);
	for (let next = first; next <= end; next += pollMs) {
		await clock.sleep(Math.max(0, next - clock.now()));
		const seen = await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.c)(cidr, context);
		const { isAsDesired, text } = seen.unread === void 0 ? verifyRoute(origin, seen) : {
			isAsDesired: false,
			text: `the route collectors could not be read (${seen.unread})`
		};
		last = `${text}, ${Math.round((clock.now() - changedAtMs) / 1e3)} s after the change`;
		log.line(`${cidr}: ${last}`);
		if (isAsDesired) return {
			verified: "collectors",
			text: last
		};
	}
	const wanted = origin === "none" ? `expected: at most ${mostPeersLeft} peers see it from AWS` : `expected: 80 % of the peers, and at least 10, see it`;
	return {
		verified: "none",
		text: `${last}; ${wanted}`
	};
}
const mostPeersLeft = 5;
function verifyRoute(desired, seen) {
	const byOrigin = new Map((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.l)(seen));
	const peers = byOrigin.values().reduce((sum, each) => sum + each, (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.p)(seen));
	const elsewhere = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.u)(seen);
	if (desired === "none") {
		const text = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr)(peers, "peer")} ${peers === 1 ? "sees" : "see"} it from AWS${elsewhere}`;
		return {
			isAsDesired: peers <= mostPeersLeft,
			text
		};
	}
	const right = byOrigin.get(desired) ?? 0;
	const percent = peers === 0 ? 0 : Math.floor(right / peers * 100);
	return {
		isAsDesired: right >= 10 && right * 5 >= peers * 4,
		text: `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(desired)} at ${right} of ${peers} peers (${percent} %)${elsewhere}`
	};
}
// src/routes/verify-change.ts
async function verifyChange(change, changedAt, context) {
	const { runState, inputs, log } = context;
	const { route, step } = change;
	const now = await originAfter(change, changedAt, context);
	runState.update(route, { originNow: now });
	const needsProof = step === "wait" && now.origin !== route.origin;
	if (needsProof && now.origin !== "unknown") throw otherOrigin(change, now);
	if (!needsProof) {
		runState.update(route, { done: true });
		if (inputs.verify.policy === "off") return;
	}
	const { verified, text } = await verifyByCollectors(change, now, changedAt, context);
	if (verified === "collectors") return runState.update(route, { done: true });
	if (needsProof) throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("origin-unknown", `${cidrInRegion(change)} is advertised from an unknown origin: ${text}`);
	const message = `The route collectors do not show the change of ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Vt)(route)}: ${text}`;
	if (inputs.verify.policy === "required") throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("not-verified", message);
	log.warning(message);
}
function otherOrigin(change, { origin }) {
	const message = `${`${cidrInRegion(change)} is advertised from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(origin)}`}, not from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(change.route.origin)}`;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("not-verified", message, { likely: "Someone else has advertised it from there." });
}
async function verifyByCollectors({ route, target: { region } }, now, { clockTime: changedAtMs }, context) {
	const { runState, inputs } = context;
	const { cidr, origin } = route;
	const verification = await waitForCollectors({
		cidr,
		origin,
		region,
		changedAtMs
	}, inputs.verify.timeoutSeconds, context);
	runState.update(route, { verification });
	const { verified, text } = verification;
	if (verified === "collectors" && now.origin === "unknown") {
		const evidence = {
			grade: "read",
			text: `RIPE's route collectors: ${text}`
		};
		const originNow = {
			origin,
			source: "collectors",
			evidence: [...now.evidence, evidence]
		};
		runState.update(route, { originNow });
	}
	return verification;
}
async function originAfter({ step, route }, { wallTime }, context) {
	const { connected, clock, listing, runState } = context;
	const listed = originByListing(listing.last(), route.cidr, context);
	if (listed.origin !== "unknown" || step === "advertise" || step === "withdraw") return listed;
	const { originNow } = runState.pair(route);
	if (originNow?.origin === route.origin) return originNow;
	const ipam = await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.o)(connected, context);
	const routes = ipam.routes.filter(({ sampledAt = 0 }) => sampledAt >= wallTime);
	if (routes.length === 0) return listed;
	const entries = entriesOf(listing.last(), route.cidr);
	const fresh = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.s)(route.cidr, entries, { ipam: {
		...ipam,
		routes
	} }, clock.wallTime());
	return fresh.origin === route.origin || step === "wait" ? fresh : listed;
}
// src/routes/apply-routes.ts
const order = [
	"advertise",
	"swap",
	"withdraw",
	"wait"
];
const longestVerdictMs = 6e4;
async function applyRoutes(plan, stage, renewVerdict) {
	const contexts = createRouteContexts(stage, createRenewal(renewVerdict, stage));
	if (stage.inputs.mode === "plan") return dryRunRoutes(plan, contexts, stage.inputs);
	const planned = contexts.flatMap((context) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.C)(plan, context.connected.target).map((change) => ({
		change,
		context
	})));
	const inOrder = order.flatMap((step) => planned.filter(({ change }) => change.step === step));
	for (const { change, context } of inOrder) try {
		await applyChange(change, context);
	} catch (error) {
		stage.runState.update(change.route, { failure: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error) });
		return;
	}
}
function createRenewal(renewVerdict, { runState, context: { clock } }) {
	const startedAt = clock.now();
	const renewedAt = new Map();
	return async ({ route, ...change }) => {
		if (clock.now() - (renewedAt.get(route) ?? startedAt) <= longestVerdictMs) return;
		const { step, rpki, refusal, why } = await renewVerdict({
			...change,
			route
		});
		renewedAt.set(route, clock.now());
		if (rpki) runState.update(route, { rpki });
		if (step === "refuse") throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr(refusal ?? "rpki-unreadable", `Not changed: ${why}`);
	};
}
async function applyChange(change, context) {
	const isOurs = change.step !== "wait";
	const progress = isOurs ? await changeRoute(change, context) : "in progress";
	const acceptedAt = timeOf(context);
	if (progress === "in progress") await waitForRoute(change, context);
	await verifyChange(change, isOurs ? acceptedAt : timeOf(context), context);
}
function timeOf({ clock }) {
	return {
		clockTime: clock.now(),
		wallTime: clock.wallTime()
	};
}
async function dryRunRoutes(plan, contexts, { concurrency }) {
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__._t)(contexts, concurrency, async (context) => {
		const planned = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.C)(plan, context.connected.target);
		const toAdvertise = planned.filter(({ step }) => step === "advertise" || step === "swap");
		const toWithdraw = planned.filter(({ step }) => step === "withdraw");
		await dryRunCall("advertise", toAdvertise, context);
		await dryRunCall("withdraw", toWithdraw, context);
	});
}
async function dryRunCall(verb, changes, context) {
	const { calls, inputs } = context;
	const [first] = changes;
	if (!first) return;
	const advertisement = advertisementOf(first);
	const question = {
		verb,
		noun: "route",
		subject: cidrInRegion(first),
		entries: changes.map(({ route }) => route),
		send: (signal) => advertisement ? calls.dryRunAdvertise(advertisement, signal) : calls.dryRunWithdraw(first.route.cidr, signal),
		policy: () => smallestPolicy(first, context),
		unknown: unknownRoute
	};
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.r)(question, inputs.permissionCheck, context);
}
// src/routes/effect.ts
function effectOf(change) {
	const { step, route, originBefore, rpki } = change;
	switch (step) {
		case "advertise":
		case "swap": return [
			`${route.cidr}: origin ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(originBefore.origin)} to ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(route.origin)}.`,
			...rpkiTexts(route.origin, rpki),
			...seenTexts(originBefore.seen)
		].join(" ");
		case "withdraw": return `${route.cidr}: withdraw. ${remainderText(originBefore)}`;
		case "wait":
		case "keep":
		case "refuse": return "";
	}
}
function rpkiTexts(to, rpki) {
	if (!rpki) return [];
	if (rpki.state === "unread") return ["RPKI was not read."];
	const roas = rpki.roas.length === 0 ? "" : ` (ROA ${rpki.roas.join(", ")})`;
	const ways = [...Map.groupBy(rpki.wayBack, ({ asn }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Rt)(asn))];
	return [`RPKI ${[`from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(to)}: ${rpki.state}${roas}`, ...ways.map(([origin, asns]) => `from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(origin)}, to go back: ${wayText(asns)}`)].join("; ")}.`];
}
function wayText(asns) {
	return asns.filter(({ state }) => state !== "valid").map(({ asn, state }) => `${state} from AS${asn}`).join(", ") || "valid";
}
function seenTexts(seen) {
	if (!seen) return [];
	if (seen.unread !== void 0) return [notRead];
	if (seen.peers === 0) return ["Not seen now."];
	return [`Seen now ${[...(0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.d)(seen.origins, ({ peers }) => peers), ...(0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.m)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.f)(seen))].join(" and ")}.`];
}
const notRead = "RIPE's route collectors were not read, so it is unknown where the prefix is visible.";
function remainderText({ seen }) {
	if (!seen || seen.unread !== void 0) return "Other routes were not read; the prefix may become unreachable.";
	const others = [...(0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.d)(seen.origins, ({ elsewhere = 0 }) => elsewhere), ...(0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.m)(seen.elsewhere ?? 0)];
	if (others.length === 0) return "No other route is seen; the prefix becomes unreachable.";
	return `It is also seen ${others.join(" and ")}.`;
}
// src/routes/routes.ts
const routes = {
	name: "routes",
	readInputs: readRouteInputs,
	entriesOf: (target) => target.routes ?? [],
	initialOutcomes: _every_run_js__WEBPACK_IMPORTED_MODULE_0__.W,
	asns: "skip",
	policyOf,
	makePlan: async (connected, inputs, context) => makeRoutePlan(await observeRoutes(connected, inputs, context)),
	addEvidence,
	checkPlan: (plan, inputs) => {
		const { approvedRoutes } = inputs;
		(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.n)(plan, inputs, approvedRoutes && findRouteDifferences(approvedRoutes, plan));
	},
	apply: (plan, stage) => applyRoutes(plan, stage, (change) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.r)(change, stage.inputs.rpki, stage.context)),
	conclude: (pairs, inputs) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.q)(pairs, inputs) ?? reasonOf(pairs, inputs)
};
function policyOf(inputs, region, ipamRegion) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.F)(inputs)) return routePlanPolicy(region, ipamRegion);
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.L)(inputs) ? withdrawPolicy(region) : routePolicy(region, ipamRegion);
}
async function observeRoutes(connected, { mode, concurrency }, context) {
	const askFor = ({ origin }) => mode === "apply" && origin === "none" ? "listing" : "all";
	const queries = connected.flatMap((each) => [...Map.groupBy(each.target.routes ?? [], askFor)].map(([ask, wanted]) => {
		const names = new Set(wanted.map(({ cidr }) => cidr));
		return {
			connected: each,
			cidrs: each.observed.cidrs.filter(({ cidr }) => names.has(cidr)),
			ask
		};
	}));
	const origins = await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.i)(queries, concurrency, context);
	return connected.map(({ target, observed }) => ({
		target,
		observed,
		origins
	}));
}
async function addEvidence(observed, { rpki }, context) {
	const isAsked = observed.changes.some(({ step }) => step === "advertise" || step === "swap");
	if (rpki && isAsked) context.log.group("RPKI");
	const plan = rpki ? await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.t)(observed, rpki, context) : observed;
	const changes = plan.changes.map((change) => ({
		...change,
		effect: effectOf(change)
	}));
	return {
		...plan,
		changes
	};
}
function reasonOf(pairs, { mode, source }) {
	const isPart = (step) => mode === "plan" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.At)(step) : step !== "keep";
	const done = pairs.filter(({ step }) => step !== void 0 && isPart(step));
	if (done.length === 0) return "no-changes";
	if (mode === "plan") return "planned";
	if (source.form === "file") return "applied";
	return done.some(({ route }) => route.origin === "none") ? "withdrawn" : "advertised";
}



})

};
