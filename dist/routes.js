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
		example: _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ct
	};
}
// src/domain/approved-routes.ts
const parseStep = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.St)([
	"advertise",
	"swap",
	"withdraw",
	"wait",
	"keep",
	"refuse"
]);
const parseApprovedRoutes = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)({
	parseDigest: parseRouteDigest,
	readChange: (read) => {
		const target = read("target", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Xt);
		const accountId = read("account_id", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.nn);
		const region = read("region", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.tn);
		const cidr = read("cidr", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vn)(text, { specialUse: "accept" }));
		const from = read("from", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.xt);
		const to = read("to", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.At)(text, { specialUse: "accept" }));
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
	digestOf: (changes) => digestOfRoutes(callsOf(changes))
});
function callsOf(items) {
	return items.flatMap((item) => {
		const { step } = item;
		return step === "advertise" || step === "swap" || step === "withdraw" ? [{
			...item,
			step
		}] : [];
	});
}
// src/inputs/route-inputs.ts
const limits = {
	"max-changes": "1",
	rpki: "ripestat",
	"rpki-policy": "require-valid"
};
const readRouteInputs = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)((check, form, env, workspace) => {
	const specialUse = check("allow-special-use", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Wt).value ? "accept" : "refuse";
	const { source, region } = form === "inputs" ? checkRoute(check, env, specialUse) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.pt)(check, [
		"cidr",
		"origin",
		"aws-region"
	], env, workspace);
	const checkLimited = (name, parse) => check(name, (text) => parse(text || (limits[name] ?? "")));
	const common = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ft)(checkLimited, {
		form,
		region,
		env
	});
	const approved = check("expected-plan", (text) => text === "" && common.isDryRun ? { value: void 0 } : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Kt)(text, parseApprovedRoutes));
	const verify = check("verify", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jt);
	const timeoutSeconds = check("verify-timeout-seconds", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Gt)(20, 3600, 180));
	return () => ({
		...common.build(),
		action: "routes",
		source: source(),
		specialUse,
		expectedPlan: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(approved)?.digest,
		approvedChanges: void 0,
		approvedRoutes: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(approved)?.changes,
		allowRemove: false,
		unmanaged: "report",
		allCidrs: false,
		onFailure: "stop",
		until: "end-state",
		verify: {
			policy: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(verify),
			timeoutSeconds: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(timeoutSeconds)
		}
	});
});
function checkRoute(check, env, specialUse) {
	const cidr = check("cidr", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vn)(text, { specialUse }));
	const origin = check("origin", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.At)(text, { specialUse }));
	const region = check("aws-region", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.qt)(text, env));
	check("target", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ut)("only works with config"));
	const source = () => {
		const route = {
			cidr: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(cidr),
			origin: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(origin),
			note: "",
			location: void 0
		};
		const name = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(region);
		return {
			form: "inputs",
			target: {
				name,
				accountId: void 0,
				region: name,
				associations: [],
				routes: [route]
			}
		};
	};
	return {
		source,
		region: region.value ?? ""
	};
}
// src/plan/route-rules.ts
const byState = {
	provisioned: (facts) => facts.desired === "none" ? keep("not advertised") : change("advertise", "provisioned, and not advertised", facts),
	advertised: decideAdvertised,
	"pending-advertising": ({ desired }) => desired === "none" ? refuse("route-busy", "AWS is advertising it") : {
		step: "wait",
		why: "AWS is advertising it"
	},
	"pending-withdrawal": ({ desired }) => desired === "none" ? {
		step: "wait",
		why: "AWS is withdrawing it"
	} : refuse("route-busy", "AWS is withdrawing it"),
	"provisioned-not-publicly-advertisable": ({ desired, state }) => desired === "none" ? keep("it can never be advertised") : refuse("cidr-not-eligible", `it is ${state}`),
	"pending-provision": notReady,
	"failed-provision": notReady,
	"pending-deprovision": notReady,
	"failed-deprovision": notReady,
	deprovisioned: notReady
};
function decideRoute(facts) {
	const { state } = facts;
	if (isKnown(state)) return byState[state](facts);
	return refuse("unknown-state", `AWS shows it in the state ${state}, which this version does not know`);
}
function decideAdvertised(facts) {
	const { desired, origin } = facts;
	const now = `advertised from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(origin)}`;
	if (desired === "none") return {
		step: "withdraw",
		why: now
	};
	if (desired === origin) return keep(`already ${now}`);
	if (origin === "unknown" && desired !== "AWS") return refuse("origin-unknown", `it is ${now}`);
	return change("swap", now, facts);
}
function change(step, why, { desired, association }) {
	if (desired === "AWS" || desired === "none" || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.lt)(association)) return {
		step,
		why
	};
	const found = `its association with AS${desired} is ${association}`;
	if (association === "unknown") return refuse("unknown-state", found);
	return refuse(association.startsWith("pending-") ? "association-busy" : "asn-not-associated", found);
}
function notReady({ state }) {
	return refuse("cidr-not-ready", `it is ${state}`);
}
function keep(why) {
	return {
		step: "keep",
		why
	};
}
function refuse(refusal, why) {
	return {
		step: "refuse",
		why,
		refusal
	};
}
function isKnown(state) {
	return Object.hasOwn(byState, state);
}
// src/plan/route-plan.ts
function makeRoutePlan(observations) {
	const targets = observations.map((observation) => ({
		target: observation.target,
		changes: (observation.target.routes ?? []).map((route) => planRoute(route, observation))
	}));
	return {
		targets,
		unmanaged: [],
		unmanagedCidrs: void 0,
		digest: digestOf((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.T)({ targets }))
	};
}
function digestOf(changes) {
	const wanted = callsOf(changes);
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
function planRoute(route, { target, observed, origins }) {
	const listed = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.j)(observed.cidrs, route.cidr);
	const originBefore = origins.get(route.cidr) ?? _every_run_js__WEBPACK_IMPORTED_MODULE_0__.F;
	const state = listed?.state ?? "not listed";
	const verdict = decide(route, observed, originBefore);
	return {
		target,
		route,
		before: state,
		cidrState: state,
		statusMessage: listed?.statusMessage ?? "",
		originBefore,
		networkBorderGroup: borderGroupOf(listed, target),
		effect: "",
		...verdict,
		evidence: [...originBefore.evidence, ...associationEvidence(route, verdict, observed)]
	};
}
function borderGroupOf(listed, { region }) {
	const group = listed?.networkBorderGroup ?? "";
	return group === "" || group === region ? void 0 : group;
}
function associationEvidence({ cidr, origin }, { step }, { cidrs }) {
	if (origin === "AWS" || step !== "advertise" && step !== "swap") return [];
	const { state } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.A)(cidrs, {
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
	const listed = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.j)(cidrs, cidr);
	if (!listed) return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)(pair, cidrs);
	const refusal = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.D)(pair, cidrs) ?? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.O)(listed);
	if (refusal) return refusal;
	const association = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.A)(cidrs, pair).state;
	return decideRoute({
		desired,
		state: listed.state,
		origin,
		association
	});
}
// src/routes/route-wait-rules.ts
function readingOf(cidrs, { cidr, origin }) {
	const listed = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.j)(cidrs, cidr);
	if (!listed) return {
		state: "not listed",
		statusMessage: "",
		origins: []
	};
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.M)(cidrs, {
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
		origins: associations.filter((association) => association.state === "advertised").map(({ asn }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(asn))
	};
}
const noReads = {
	reads: 0,
	moved: false,
	pending: false,
	ends: 0,
	absences: 0
};
function addRouteReading(history, { before, route: { origin } }, { state }) {
	if (state === "unknown") return {
		...history,
		ends: 0,
		absences: 0
	};
	const { reads, moved, pending, ends, absences } = history;
	const wanted = statesTo(origin);
	return {
		reads: reads + 1,
		moved: moved || state !== before,
		pending: pending || state === wanted.pending,
		ends: state === wanted.end ? ends + 1 : 0,
		absences: state === "not listed" ? absences + 1 : 0
	};
}
const open = { result: "open" };
const done = { result: "done" };
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
	if (state === pending || !isLasting(wanted, history, state)) return open;
	const rejection = rejectionOf(wanted.route.origin, state);
	return rejection ? {
		result: "failed",
		...rejection
	} : open;
}
function evaluateEnd({ step, route: { origin } }, { reads, moved, pending, ends }, { origins }) {
	const isFresh = reads > 3;
	const isConfirmed = step === "wait" || pending || ends > 1;
	if (origin === "none") return isConfirmed ? done : open;
	if (origins.some((other) => other !== origin)) return step === "wait" && isFresh ? done : open;
	if (origins.length > 0) return done;
	if (step !== "swap") return isConfirmed ? done : open;
	return moved || isFresh ? done : open;
}
function isLasting({ before }, { reads, moved, absences }, state) {
	if (state === "not listed") return absences >= 3;
	return reads > 3 && (moved || state !== before);
}
function rejectionOf(origin, state) {
	const { pending, end } = statesTo(origin);
	if (state === pending || state === end) return void 0;
	switch (state) {
		case "provisioned":
		case "pending-withdrawal": return {
			reason: "route-busy",
			why: "Someone else has withdrawn it during the run"
		};
		case "advertised":
		case "pending-advertising": return {
			reason: "route-busy",
			why: "Someone else has advertised it during the run"
		};
		case "not listed": return {
			reason: "cidr-not-found",
			why: "Someone else has deprovisioned it"
		};
		case "pending-provision":
		case "failed-provision":
		case "pending-deprovision":
		case "failed-deprovision":
		case "deprovisioned": return {
			reason: "cidr-not-ready",
			why: "Someone else deprovisions it"
		};
		case "provisioned-not-publicly-advertisable": return {
			reason: "cidr-not-eligible",
			why: "AWS does not advertise it"
		};
		default: return;
	}
}
// src/routes/change-rules.ts
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
	const decision = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.u)(result, isUncertain);
	if (decision !== "read back") return decision;
	if (step !== "swap") return "read back";
	return route.origin === "AWS" && !isUncertain ? "repeat" : "unknown";
}
function classifyRead({ route, before }, state) {
	if (state === before) return "unchanged";
	const { pending, end } = statesTo(route.origin);
	if (state === pending || state === end) return "carried out";
	return rejectionOf(route.origin, state) ? "elsewhere" : "unknown";
}
// src/aws/route-calls.ts
const routeRate = {
	burst: 1,
	intervalMs: 10200
};
function routeCalls({ client, watch }) {
	return {
		advertise: (advertisement, abortSignal) => {
			const command = new AdvertiseByoipCidrCommand(inputOf(advertisement));
			return watch(readAcceptance(advertisement.cidr, client.send(command, { abortSignal })));
		},
		withdraw: (cidr, abortSignal) => {
			const command = new WithdrawByoipCidrCommand({ Cidr: cidr });
			return watch(readAcceptance(cidr, client.send(command, { abortSignal })));
		},
		dryRunAdvertise: (advertisement, abortSignal) => {
			const command = new AdvertiseByoipCidrCommand({
				...inputOf(advertisement),
				DryRun: true
			});
			return watch((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.pn)(client.send(command, { abortSignal })));
		},
		dryRunWithdraw: (cidr, abortSignal) => {
			const command = new WithdrawByoipCidrCommand({
				Cidr: cidr,
				DryRun: true
			});
			return watch((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.pn)(client.send(command, { abortSignal })));
		}
	};
}
function inputOf({ cidr, asn, networkBorderGroup }) {
	return {
		Cidr: cidr,
		Asn: asn,
		...networkBorderGroup === void 0 ? {} : { NetworkBorderGroup: networkBorderGroup }
	};
}
async function readAcceptance(cidr, answer) {
	const { ByoipCidr: byoipCidr, $metadata } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Pn)(answer);
	const requestId = $metadata.requestId ?? "";
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.hn)(byoipCidr?.Cidr) !== cidr) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$n)("the answer does not show the CIDR", requestId);
	return { requestId };
}
// src/routes/route-policies.ts
function routePlanPolicy(region, ipamRegion = region) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.cn)(...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.un)(region, ipamRegion, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.on));
}
function routePolicy(region, ipamRegion = region) {
	const changes = ["ec2:AdvertiseByoipCidr", "ec2:WithdrawByoipCidr"];
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.cn)(...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.un)(region, ipamRegion, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.on), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.dn)("ChangeRoutes", region, ...changes));
}
function withdrawPolicy(region) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.cn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.dn)("Withdraw", region, "ec2:DescribeByoipCidrs", "ec2:WithdrawByoipCidr"));
}
// src/routes/route-context.ts
const recentMs = 5e3;
function isRecent(readAt, clock) {
	return clock.now() - readAt <= recentMs;
}
function createRouteContexts(stage) {
	const { connected, context, contextOf } = stage;
	const limiters = new Map();
	const limiterOf = ({ accountId, region }) => {
		const place = `${accountId ?? ""} ${region}`;
		const limiter = limiters.get(place) ?? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.V)(routeRate, context.clock, context.deadline);
		limiters.set(place, limiter);
		return limiter;
	};
	const contexts = new Map(connected.map((each) => {
		const listing = createListing(each, context.clock);
		const own = {
			...contextOf(each.target),
			renew: each.connection.renew,
			runState: stage.runState,
			elapsed: stage.elapsed,
			inputs: stage.inputs,
			connected: each,
			calls: routeCalls(each.connection.clients),
			limiter: limiterOf(each.target),
			listing,
			readCidrs: listing.read
		};
		return [each.target, own];
	}));
	return (target) => {
		const own = contexts.get(target);
		if (!own) throw new Error(`${target.name} is not connected`);
		return own;
	};
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
function routePolicyIfDenied({ kind }, change, context) {
	if (kind !== "denied") return {};
	return { lines: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ln)(smallestPolicy(change, context)) };
}
function smallestPolicy({ step, target: { region } }, { connected }) {
	if (step === "withdraw") return withdrawPolicy(region);
	return routePolicy(region, connected.observed.ipamRegion);
}
// src/routes/wait-for-route.ts
async function waitForRoute(change, context) {
	const { clock, deadline, random } = context;
	let history = noReads;
	let lastError = "";
	for (let poll = 1;; poll += 1) {
		await clock.sleep(Math.min((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.c)(poll, random), deadline.remaining()));
		if (deadline.remaining() < 1e3) throw timedOut(change, context, lastError);
		const cidrs = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.l)(`read the state of ${placeOf(change)}`, ({ result }) => routePolicyIfDenied(result, change, context), context);
		if ("unread" in cidrs) {
			lastError = cidrs.unread || lastError;
			continue;
		}
		lastError = "";
		const reading = recordReading(change, cidrs, context);
		history = addRouteReading(history, change, reading);
		const evaluated = evaluateRoute(change, history, reading);
		if (evaluated.result === "done") return;
		if (evaluated.result === "failed") throw failedRoute(change, reading);
	}
}
function recordReading({ route }, cidrs, { runState, log, elapsed }) {
	const reading = readingOf(cidrs, route);
	const { state, statusMessage } = reading;
	const known = runState.pair(route);
	if (known.state !== state || known.statusMessage !== statusMessage) {
		const message = statusMessage === "" ? "" : `: ${statusMessage}`;
		log.line(`${elapsed()} ${route.cidr} is ${state}${message}`);
	}
	runState.update(route, {
		state,
		statusMessage
	});
	return reading;
}
function failedRoute(change, { state, statusMessage }, after = "") {
	const { reason, why } = rejectionOf(change.route.origin, state) ?? unknownState$1;
	const message = statusMessage === "" ? "" : `: ${statusMessage}`;
	const text = `${placeOf(change)} is ${state}${message}${after}`;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr(reason, text, { likely: `${why}.` });
}
const unknownState$1 = {
	reason: "unknown-state",
	why: "This version does not know the state"
};
function timedOut(change, { runState, deadline, listing }, lastError) {
	const { origins } = readingOf(listing.last(), change.route);
	const { state } = runState.pair(change.route);
	const from = state === "advertised" && origins.length > 0 ? originsText(origins) : "";
	const unread = lastError === "" ? "" : ` (the last read failed: ${lastError})`;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("wait-timeout", `${placeOf(change)} is still ${state}${from} after ${deadline.seconds} s${unread}`, { likely: "AWS needs longer than wait-timeout-seconds; it continues without this run." });
}
function originsText(origins) {
	return ` from ${origins.map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt).join(", ")}`;
}
function placeOf({ route, target }) {
	return `${route.cidr} in ${target.region}`;
}
// src/routes/plan-again.ts
async function planAgain(change, read, context) {
	const { route, target } = change;
	const known = await askAgain(change, context);
	const cidrs = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)(`read the state of ${placeOf(change)}`, read(), (result) => routePolicyIfDenied(result, change, context));
	const listed = originByListing(route.cidr, cidrs, context);
	const origin = listed.origin === "unknown" || isUndecided(change, listed, context) ? known ?? listed : listed;
	return planRoute(route, {
		target,
		observed: {
			cidrs,
			asns: []
		},
		origins: new Map([[route.cidr, origin]])
	});
}
function originByListing(cidr, cidrs, { clock }) {
	return (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.c)(cidr, entriesOf(cidr, cidrs), {}, clock.wallTime());
}
function entriesOf(cidr, cidrs) {
	return cidrs.filter((listed) => listed.cidr === cidr);
}
function isUndecided({ step, route, originBefore }, listed, context) {
	if (step !== "swap" || originBefore.source !== "none") return false;
	const { cidrs } = context.connected.observed;
	return originByListing(route.cidr, cidrs, context).origin === listed.origin;
}
async function askAgain(change, context) {
	const { step, route, originBefore } = change;
	const { source } = originBefore;
	if (step !== "swap" || source === "state" || source === "association") return void 0;
	const { clock, connected, listing } = context;
	if (source === "none" || isRecent(connected.readAt, clock)) return originBefore;
	const query = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.o)(connected, entriesOf(route.cidr, listing.last()), "all");
	return (await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.i)([query], 1, context)).get(route.cidr) ?? _every_run_js__WEBPACK_IMPORTED_MODULE_0__.F;
}
// src/routes/change-route.ts
const maxCalls = 3;
const readsBack = 4;
function startedBy(next) {
	return next === "keep" ? "as wanted" : "under way";
}
async function changeRoute(change, context) {
	const backoff = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Nn)(maxCalls, context);
	let last;
	let lost;
	for (;;) {
		await context.limiter.acquire();
		if (context.deadline.remaining() < 1e3) throw tooLate(change, last, context);
		const next = await decideAgain(change, last ? context.listing.read : context.listing.recent, lost, context);
		if (next !== "send") return startedBy(next);
		const { state, statusMessage, originNow } = context.runState.pair(change.route);
		const error = await send(change, context);
		if (error === void 0) return "under way";
		const decision = decideCall(change, error.result, lost !== void 0);
		lost ??= (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(error) ? error : void 0;
		last = error;
		if (decision === "unknown") throw unknownResult(change, error);
		if (decision === "read back" && await wasCarriedOut(change, error, context)) return "under way";
		if (decision !== "repeat") context.runState.update(change.route, {
			state,
			statusMessage,
			originNow
		});
		const started = decision === "check once" && await checkOnce(change, error, context);
		if (started) return started;
		await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)(describeCall(change), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Rn)(error, backoff, context), () => decision === "repeat" ? unknownDetails : detailsOf(change, error, context));
	}
}
async function decideAgain(change, read, lost, context) {
	const isUncertain = lost !== void 0;
	const { log, elapsed, runState } = context;
	const { next, now } = await decideNow(change, read, isUncertain, context);
	if (next !== "send") {
		recordPlanned(now, context);
		log.line(`${elapsed()} ${change.route.cidr}: ${now.why}; nothing ${isUncertain ? "more " : ""}was sent`);
	}
	if (next === "changed") throw lost ? unknownResult(change, lost) : planChanged(change, now);
	if (next !== "send" && isUncertain) runState.update(change.route, { changed: true });
	return next;
}
async function decideNow(change, read, isUncertain, context) {
	const { clock, deadline, random, listing } = context;
	const now = await planAgain(change, read, context);
	const next = decideNext(change, now, isUncertain);
	if (next !== "keep") return {
		next,
		now
	};
	await clock.sleep(Math.min((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.c)(1, random), deadline.remaining()));
	const later = await planAgain(change, listing.read, context);
	return {
		next: decideNext(change, later, isUncertain),
		now: later
	};
}
function recordPlanned({ route, before, statusMessage, originBefore }, { runState }) {
	runState.update(route, {
		state: before,
		statusMessage,
		originNow: originBefore
	});
}
async function checkOnce(change, rejection, context) {
	const { listing, clock, log } = context;
	const decided = decideNow(change, listing.read, false, context).catch((error) => {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr && error.reason !== "cancelled") return void 0;
		throw error;
	});
	const read = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Vn)(decided, clock);
	if (!read || read.next === "send") return void 0;
	const { next, now } = read;
	recordPlanned(now, context);
	if (next === "changed") return void 0;
	log.line(`${rejection.message}; this call was not needed: ${now.why}`);
	return startedBy(next);
}
function planChanged(change, { why }) {
	const from = change.step === "swap" ? ` from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(change.originBefore.origin)}` : "";
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("plan-changed", `${placeOf(change)} has changed since the plan: planned ${change.step}${from}, now ${why}`);
}
const unknownState = {
	state: "unknown",
	statusMessage: "",
	originNow: _every_run_js__WEBPACK_IMPORTED_MODULE_0__.F
};
async function send(change, context) {
	const { runState, limiter, log, elapsed } = context;
	const { route } = change;
	const { state, statusMessage, originNow } = runState.pair(route);
	runState.update(route, unknownState);
	try {
		const { requestId } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.jn)((signal) => request(change, context, signal), context, limiter);
		const id = requestId && ` (request id ${requestId})`;
		log.line(`${elapsed()} EC2 accepted: ${describeCall(change)}${id}`);
		runState.update(route, {
			changed: true,
			requestId,
			state,
			statusMessage
		});
		return;
	} catch (error) {
		if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.W)(error)) runState.update(route, {
			state,
			statusMessage,
			originNow
		});
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn)) throw error;
		runState.update(route, { requestId: error.result.requestId ?? "" });
		return error;
	}
}
function request(change, context, signal) {
	const advertisement = advertisementOf(change);
	return advertisement ? context.calls.advertise(advertisement, signal) : context.calls.withdraw(change.route.cidr, signal);
}
function advertisementOf({ route: { cidr, origin }, networkBorderGroup }) {
	return origin === "none" ? void 0 : {
		cidr,
		asn: origin,
		networkBorderGroup
	};
}
async function wasCarriedOut(change, error, context) {
	const { runState, log } = context;
	log.line(`${error.message}; reading back whether AWS carried it out`);
	switch (await readBack(change, error, context)) {
		case "carried out":
			runState.update(change.route, { changed: true });
			return true;
		case "unchanged": return false;
		case "unknown":
			runState.update(change.route, unknownState);
			throw unknownResult(change, error);
	}
}
async function readBack(change, error, context) {
	const { clock, deadline, random } = context;
	const doing = `read back the result of the call to ${describeCall(change)}`;
	let results = [];
	let absences = 0;
	while (results.length < readsBack) {
		await clock.sleep(Math.min((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.c)(results.length + 1, random), deadline.remaining()));
		if (deadline.remaining() < 1e3) return "unknown";
		const cidrs = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.l)(doing, ({ result }) => routePolicyIfDenied(result, change, context), context);
		const reading = "unread" in cidrs ? void 0 : readingOf(cidrs, change.route);
		absences = reading?.state === "not listed" ? absences + 1 : 0;
		const result = reading && (absences === 0 || absences >= 3) ? classifyRead(change, reading.state) : "unknown";
		if (!("unread" in cidrs) && result !== "unchanged") recordReading(change, cidrs, context);
		if (reading && result === "elsewhere") throw failedRoute(change, reading, ` after a call whose answer was lost (${error.message})`);
		if (result === "carried out") return result;
		results = [...results, result];
	}
	return (change.step === "withdraw" ? results.slice(-1) : results).every((result) => result === "unchanged") ? "unchanged" : "unknown";
}
function unknownResult(change, error) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(describeCall(change), error, unknownDetails);
}
const unknownDetails = {
	likely: "AWS may have carried it out or not. This run does not repeat it.",
	next: "Look at the route in AWS. Then plan again, and review and approve the new plan."
};
function tooLate(change, last, context) {
	if (!last) return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.s)(context);
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(describeCall(change), last, detailsOf(change, last, context));
}
function detailsOf(change, { result }, context) {
	const { origin } = change.route;
	const toOwn = origin !== "none" && origin !== "AWS";
	if (result.kind === "rejected" && toOwn) return { likely: hourlyLimit };
	if (result.kind === "throttled" && toOwn) return { likely: perhapsHourlyLimit };
	return routePolicyIfDenied(result, change, context);
}
const hourlyLimit = "AWS allows a change to your own ASN once an hour, and any change of a route once every 10 s. Or the CIDR or its association is in a state that does not allow it.";
const perhapsHourlyLimit = "Other callers in this account and Region, or the limit of AWS of one change to an own ASN once an hour.";
function describeCall({ step, route, originBefore, target: { region } }) {
	const { cidr, origin } = route;
	switch (step) {
		case "swap": return `swap ${cidr} from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(originBefore.origin)} to ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(origin)} in ${region}`;
		case "advertise": return `advertise ${cidr} from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(origin)} in ${region}`;
		default: return `withdraw ${cidr} in ${region}`;
	}
}
// src/routes/dry-run-routes.ts
const needs = [{
	verb: "advertise",
	steps: ["advertise", "swap"]
}, {
	verb: "withdraw",
	steps: ["withdraw"]
}];
async function dryRunRoutes(plan, { connected, inputs }, contextFor) {
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.q)(connected, inputs.concurrency, async ({ target }) => {
		for (const { verb, steps } of needs) await dryRun(verb, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.C)(plan, target).filter(({ step }) => steps.includes(step)), contextFor(target));
	});
}
async function dryRun(verb, changes, context) {
	const { inputs, limiter, log, runState } = context;
	const [first] = changes;
	if (!first) return;
	const question = questionOf(verb, first, context);
	try {
		const evidence = inputs.permissionCheck === "ask" ? await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.a)(question, context, limiter) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.o)(question);
		log.line(evidence.text);
		for (const { route } of changes) runState.update(route, { evidence: [...runState.pair(route).evidence, evidence] });
	} catch (error) {
		const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error);
		for (const { route } of changes) runState.setFailure(route, failure);
	}
}
function questionOf(verb, change, context) {
	const { calls, runState } = context;
	const { route } = change;
	const advertisement = advertisementOf(change);
	return {
		verb,
		subject: placeOf(change),
		noun: "route",
		send: (signal) => advertisement ? calls.dryRunAdvertise(advertisement, signal) : calls.dryRunWithdraw(route.cidr, signal),
		policy: () => smallestPolicy(change, context),
		onIgnored: () => runState.update(route, {
			state: "unknown",
			statusMessage: "",
			originNow: _every_run_js__WEBPACK_IMPORTED_MODULE_0__.F
		})
	};
}
function verifyRoute(desired, seen) {
	const byOrigin = new Map((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.u)(seen));
	const peers = byOrigin.values().reduce((sum, each) => sum + each, (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.f)(seen));
	const elsewhere = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.d)(seen);
	if (desired === "none") {
		const text = `${peers === 1 ? "1 peer sees" : `${peers} peers see`} it from AWS${elsewhere}`;
		return {
			isAsDesired: peers <= 5,
			text
		};
	}
	const right = byOrigin.get(desired) ?? 0;
	const percent = peers === 0 ? 0 : Math.floor(right / peers * 100);
	return {
		isAsDesired: right >= 10 && right * 5 >= peers * 4,
		text: `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(desired)} at ${right} of ${peers} peers (${percent} %)${elsewhere}`
	};
}
// src/routes/wait-for-collectors.ts
const firstPollMs = 2e4;
const pollMs = 15e3;
async function waitForCollectors({ cidr, origin, region, changedAtMs }, timeoutSeconds, context) {
	if ((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.m)(region).length === 0) return {
		verified: "none",
		text: `the route collectors were ${_evidence_js__WEBPACK_IMPORTED_MODULE_1__.p}`
	};
	const { clock, deadline, log } = context;
	const end = clock.now() + Math.min(timeoutSeconds * 1e3, deadline.remaining() - _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Bn);
	let last = "the route collectors were not asked: there was no time left";
	const first = Math.max(clock.now(), changedAtMs + firstPollMs);
	for (let next = first; next <= end; next += pollMs) {
		await clock.sleep(Math.max(0, next - clock.now()));
		const { isAsDesired, text } = checkSeen(origin, await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.l)(cidr, context));
		last = `${text}, ${Math.round((clock.now() - changedAtMs) / 1e3)} s after the change`;
		log.line(`${cidr}: ${last}`);
		if (isAsDesired) return {
			verified: "collectors",
			text: last
		};
	}
	return {
		verified: "none",
		text: `${last}; ${wanted(origin)}`
	};
}
function checkSeen(origin, seen) {
	if (seen.unread === void 0) return verifyRoute(origin, seen);
	return {
		isAsDesired: false,
		text: `the route collectors could not be read (${seen.unread})`
	};
}
function wanted(origin) {
	if (origin === "none") return `at most 5 peers were to see it from AWS`;
	return `80 % of the peers, and at least 10, were to see it`;
}
// src/routes/verify-change.ts
async function verifyChange(change, changedAt, context) {
	const { runState, inputs, log } = context;
	const { route } = change;
	const origin = await originAfter(change, changedAt, context);
	const isProven = origin.origin === route.origin;
	runState.update(route, { originNow: origin });
	if (change.step === "wait" && !isProven) return proveOrigin(change, origin, changedAt, context);
	runState.update(route, { done: true });
	if (inputs.verify.policy === "off") return;
	const { verified, text } = await askCollectors(change, origin, changedAt, context);
	if (verified === "collectors") return;
	const message = `The route collectors do not show the change of ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.jt)(route)}: ${text}`;
	if (inputs.verify.policy === "required") throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("not-verified", message);
	log.warning(message);
}
async function proveOrigin(change, now, changedAt, context) {
	const { route } = change;
	const advertised = `${placeOf(change)} is advertised from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(now.origin)}`;
	if (now.origin !== "unknown") throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("not-verified", `${advertised}, not from ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(route.origin)}`, { likely: "Someone else has advertised it from there." });
	const { verified, text } = await askCollectors(change, now, changedAt, context);
	if (verified === "none") throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("origin-unknown", `${advertised}: ${text}`);
	context.runState.update(route, { done: true });
}
async function askCollectors({ route, target: { region } }, now, { milliseconds: changedAtMs }, context) {
	const { runState, inputs } = context;
	const verification = await waitForCollectors({
		cidr: route.cidr,
		origin: route.origin,
		region,
		changedAtMs
	}, inputs.verify.timeoutSeconds, context);
	runState.update(route, { verification });
	if (verification.verified === "collectors" && now.origin === "unknown") {
		const evidence = {
			grade: "read",
			text: `RIPE's route collectors: ${verification.text}`
		};
		runState.update(route, { originNow: {
			origin: route.origin,
			source: "collectors",
			evidence: [...now.evidence, evidence]
		} });
	}
	return verification;
}
async function originAfter({ step, route, target: { region } }, { wallTime }, context) {
	const { connected, clock, listing, runState } = context;
	const listed = originByListing(route.cidr, listing.last(), context);
	if (listed.origin !== "unknown" || step === "advertise" || step === "withdraw") return listed;
	const { originNow } = runState.pair(route);
	if (originNow?.origin === route.origin) return originNow;
	const { ipamRegion } = connected.observed;
	const { ipamClient } = connected.connection.clients;
	const ipam = await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.s)(ipamClient, {
		region,
		ipamRegion
	}, context);
	const routes = ipam.routes.filter(({ sampledAt = 0 }) => sampledAt >= wallTime);
	if (routes.length === 0) return listed;
	const entries = entriesOf(route.cidr, listing.last());
	const fresh = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.c)(route.cidr, entries, { ipam: {
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
	const { clock } = stage.context;
	const startedAt = clock.now();
	const contextFor = createRouteContexts(stage);
	if (stage.inputs.mode === "plan") return dryRunRoutes(plan, stage, contextFor);
	const changes = order.flatMap((wanted) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.T)(plan).filter(({ step }) => step === wanted));
	for (const change of changes) try {
		await applyChange(clock.now() - startedAt > longestVerdictMs ? await checkAgain(change, renewVerdict, stage) : change, contextFor(change.target));
	} catch (error) {
		stage.runState.setFailure(change.route, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error));
		return;
	}
}
async function checkAgain(change, renewVerdict, { runState }) {
	const current = await renewVerdict(change);
	if (current.rpki) runState.update(change.route, { rpki: current.rpki });
	if (current.step !== "refuse") return current;
	throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr(current.refusal ?? "rpki-unreadable", `Not changed: ${current.why}`);
}
async function applyChange(change, context) {
	const started = change.step === "wait" ? "under way" : await changeRoute(change, context);
	const acceptedAt = timeOf(context);
	if (started === "under way") await waitForRoute(change, context);
	await verifyChange(change, change.step === "wait" ? timeOf(context) : acceptedAt, context);
}
function timeOf({ clock }) {
	return {
		milliseconds: clock.now(),
		wallTime: clock.wallTime()
	};
}
// src/plan/route-differences.ts
function findRouteDifferences(approved, plan) {
	const before = new Map(approved.map((route) => [`${route.cidr}`, route]));
	const now = new Map((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.T)(plan).map((change) => [`${change.route.cidr}`, change]));
	return [...new Set([...before.keys(), ...now.keys()])].flatMap((cidr) => {
		const old = before.get(cidr);
		const change = now.get(cidr);
		if (!(old && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.wt)(old.step)) && !(change && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.wt)(change.step))) return [];
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
	return step === "withdraw" ? step : `${step} (${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(from)} to ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(to)})`;
}
// src/routes/check-routes.ts
function checkRoutePlan(plan, policy) {
	const { approvedRoutes } = policy;
	(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.n)(plan, policy, () => approvedRoutes ? findRouteDifferences(approvedRoutes, plan) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.r)(plan));
}
// src/routes/conclude-routes.ts
function concludeRoutes(pairs, mode) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.I)(pairs, mode) ?? reasonOf(pairs, mode);
}
function reasonOf(pairs, { mode, source }) {
	const isPart = (step) => mode === "plan" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.wt)(step) : step !== "keep";
	const done = pairs.filter(({ step }) => step !== void 0 && isPart(step));
	if (done.length === 0) return "no-changes";
	if (mode === "plan") return "planned";
	if (source.form === "file") return "applied";
	return done.some(({ route }) => route.origin === "none") ? "withdrawn" : "advertised";
}
// src/routes/effect.ts
function effectOf(change) {
	const { step, route, originBefore, rpki } = change;
	switch (step) {
		case "advertise":
		case "swap": return [
			`${route.cidr}: origin ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(originBefore.origin)} to ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(route.origin)}.`,
			...rpkiTexts(rpki),
			...seenTexts(originBefore.seen)
		].join(" ");
		case "withdraw": return `${route.cidr}: withdraw. ${remainderText(originBefore)}`;
		case "wait":
		case "keep":
		case "refuse": return "";
	}
}
function rpkiTexts(rpki) {
	if (!rpki) return [];
	if (rpki.state === "unread") return ["After it: RPKI not read."];
	const roas = rpki.roas.length === 0 ? "" : ` (ROA ${rpki.roas.join(", ")})`;
	const ways = [...Map.groupBy(rpki.wayBack, ({ asn }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(asn))];
	return [`After it: ${rpki.state}${roas}.`, ...ways.map(([origin, asns]) => `Way back to ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(origin)}: ${wayText(asns)}.`)];
}
function wayText(asns) {
	return asns.filter(({ state }) => state !== "valid").map(({ asn, state }) => `${state} from AS${asn}`).join(", ") || "valid";
}
function seenTexts(seen) {
	if (!seen) return [];
	if (seen.unread !== void 0) return ["Where it is seen now was not read."];
	if (seen.origins.length === 0) return ["Not seen now."];
	return [`Seen now from ${joinSome(seen.origins.map(({ asn, peers }) => `AS${asn} by ${countPeers(peers)}`))}.`];
}
function remainderText({ seen }) {
	if (!seen || seen.unread !== void 0) return "Other announcements were not read; the prefix may become unreachable.";
	const others = seen.origins.flatMap(({ asn, elsewhere = 0 }) => elsewhere > 0 ? [{
		asn,
		peers: elsewhere
	}] : []);
	if (others.length === 0) return "No other announcement is seen; the prefix becomes unreachable.";
	return `It is also seen ${joinSome(others.map(({ asn, peers }) => `from AS${asn} by ${countPeers(peers)}`))}.`;
}
const maxListed = 5;
function joinSome(texts) {
	const more = texts.length - maxListed;
	return [...texts.slice(0, maxListed), ...more > 0 ? [`${more} more`] : []].join(" and ");
}
function countPeers(peers) {
	return peers === 1 ? "1 peer" : `${peers} peers`;
}
// src/routes/observe-routes.ts
async function observeRoutes(connected, { mode, concurrency }, context) {
	const queries = connected.flatMap((each) => mode === "plan" ? queryFor(each, () => true, "all") : [queryFor(each, ({ origin }) => origin === "none", "listing"), queryFor(each, ({ origin }) => origin !== "none", "all")]);
	const origins = await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.i)(queries, concurrency, context);
	return connected.map(({ target, observed }) => ({
		target,
		observed,
		origins
	}));
}
function queryFor(connected, isWanted, ask) {
	const { target, observed } = connected;
	const names = new Set((target.routes ?? []).filter(isWanted).map(({ cidr }) => cidr));
	const cidrs = observed.cidrs.filter(({ cidr }) => names.has(cidr));
	return (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.o)(connected, cidrs, ask);
}
// src/routes/routes.ts
const routes = {
	name: "routes",
	readInputs: readRouteInputs,
	unplanned: _every_run_js__WEBPACK_IMPORTED_MODULE_0__.S,
	asns: "skip",
	policyOf,
	makePlan,
	addEvidence,
	checkPlan: checkRoutePlan,
	apply: (plan, stage) => applyRoutes(plan, stage, (change) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.r)(change, stage.inputs.rpki, stage.context)),
	conclude: concludeRoutes
};
function policyOf(inputs, region, ipamRegion) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt)(inputs)) return routePlanPolicy(region, ipamRegion);
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.yt)(inputs) ? withdrawPolicy(region) : routePolicy(region, ipamRegion);
}
async function makePlan(connected, inputs, context) {
	return makeRoutePlan(await observeRoutes(connected, inputs, context));
}
async function addEvidence(observed, { rpki }, context) {
	const isAsked = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.T)(observed).some(({ step }) => step === "advertise" || step === "swap");
	if (rpki && isAsked) context.log.group("RPKI");
	const plan = rpki ? await (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__.t)(observed, rpki, context) : observed;
	const targets = plan.targets.map(({ target, changes }) => ({
		target,
		changes: changes.map((change) => ({
			...change,
			effect: effectOf(change)
		}))
	}));
	return {
		...plan,
		targets
	};
}



})

};
