export const id = 701;
export const ids = [701];
export const modules = {

/***/ 701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assumeRole: () => (/* binding */ assumeRole)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);


// src/aws/credentials/id-token.ts
async function requestIdToken(door, audience, limits, transport) {
	const url = URL.parse(door.url);
	if (!url || !/^https?:$/.test(url.protocol)) throw noDoor();
	url.searchParams.set("audience", audience);
	const request = new _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.Yt({
		protocol: url.protocol,
		hostname: url.hostname,
		...url.port === "" ? {} : { port: Number(url.port) },
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		headers: {
			authorization: `Bearer ${door.token}`,
			accept: "application/json",
			host: url.host
		}
	});
	const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ut)(limits, (abortSignal) => transport.handle(request, { abortSignal }));
	const { statusCode: status } = response;
	if (status >= 300 && status < 400) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__._t)({
		...response,
		text: ""
	});
	if (status !== 200) throw refused(status);
	return readToken(response.text);
}
function noDoor() {
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt({
		kind: "rejected",
		code: "InvalidURL",
		message: "ACTIONS_ID_TOKEN_REQUEST_URL is no address",
		httpStatus: void 0,
		requestId: void 0
	});
}
function refused(httpStatus) {
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt({
		kind: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(httpStatus),
		code: `HTTP ${httpStatus}`,
		message: "GitHub's ID token endpoint gave no token",
		httpStatus,
		requestId: void 0
	});
}
function readToken(body) {
	const value = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Y)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.J)(body), "value");
	if (typeof value === "string" && value !== "") return value;
	throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.yt)("GitHub's ID token endpoint answered without a token");
}
function readClaims(token) {
	return parseObject(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}
function parseObject(json) {
	const value = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.J)(json);
	return typeof value === "object" && value !== null ? { ...value } : {};
}
// src/aws/credentials/oidc-denied.ts
const shownClaims = [
	"iss",
	"aud",
	"sub",
	"repository",
	"environment",
	"ref",
	"job_workflow_ref"
];
function explainDeniedToken(error, role, token) {
	const claims = readClaims(token);
	const text = (name) => typeof claims[name] === "string" ? claims[name] : void 0;
	const sub = text("sub") ?? "";
	const shown = ["Claims of the token that STS saw:", ...shownClaims.map((name) => `  ${name}: ${text(name) ?? "(none)"}`)];
	const doing = `assume ${role.arn} with GitHub's ID token`;
	if (error.result.code !== "AccessDenied") return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(doing, error, {
		reason: "oidc-denied",
		lines: shown
	});
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(doing, error, {
		reason: "oidc-denied",
		likely: likelyCause(sub, role.arn),
		next: "Check first that this kind of run may have this role. A role that associates is only for the sub of an environment: give the job that environment, or the other role. If it may, add this sub to the trust policy of the role, in its account.",
		lines: [
			...shown,
			`Condition for the trust policy of ${role.arn} (sub in the ${formOf(sub)} form):`,
			...conditionLines(text("iss") ?? "", text("aud") ?? "", sub)
		]
	});
}
function formOf(sub) {
	return /^repo:[^/:]+@[0-9]+\/[^/:]+@[0-9]+:/.test(sub) ? "immutable" : "classic";
}
function likelyCause(sub, arn) {
	return `The trust policy of ${arn} does not match this token, or there is no such role. ${/:environment:/.test(sub) ? "This job names an environment, so its sub ends with that environment" : "This job names no environment, so its sub ends with its event or ref"}.`;
}
function conditionLines(issuer, audience, sub) {
	const provider = issuer.replace(/^https?:\/\//, "");
	const condition = { StringEquals: {
		[`${provider}:aud`]: audience,
		[`${provider}:sub`]: sub
	} };
	return JSON.stringify(condition, null, 2).split("\n").map((line) => `  ${line}`);
}
// src/aws/credentials/web-identity.ts
function assumeRole(role, region, world, transport) {
	const idToken = world.github?.idToken;
	if (!idToken) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.lt)(world.github);
	world.mask(idToken.token);
	const attempt = async () => {
		const [token, sts] = await Promise.all([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)("get an ID token from GitHub", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ct)(() => requestIdToken(idToken, role.audience, world, transport), world), ({ code }) => _every_run_js__WEBPACK_IMPORTED_MODULE_0__.xt.has(code) ? {} : tokenFailure), Promise.all(/* import() */[__webpack_require__.e(182), __webpack_require__.e(692)]).then(__webpack_require__.bind(__webpack_require__, 692)).then(({ stsCalls }) => stsCalls({
			region,
			transport
		}, world))]);
		world.mask(token);
		try {
			const session = await sts.assumeRoleWithWebIdentity(token, role);
			world.mask(session.accessKeyId);
			world.mask(session.secretAccessKey);
			world.mask(session.sessionToken);
			return session;
		} catch (error) {
			throw isDenial(error) ? explainDeniedToken(error, role, token) : error;
		}
	};
	const renew = async () => {
		try {
			return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ct)(() => retryOnce(attempt), world);
		} catch (error) {
			throw error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(`assume ${role.arn}`, error) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Et)(error);
		}
	};
	let last;
	let renewal;
	return async (options) => {
		const old = last;
		renewal ??= renew().then((session) => {
			last = session;
			return session;
		}).finally(() => {
			renewal = void 0;
		});
		if (!old || options?.forceRefresh || !isFresh(old, world)) return renewal;
		const patience = world.clock.sleep(renewalPatienceMs).then(() => old);
		try {
			return await Promise.race([renewal, patience]);
		} catch (error) {
			const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Et)(error);
			if (failure.reason === "cancelled" || failure.reason === "internal-error") throw failure;
			world.log.line(`the session goes on while it lasts, and is not renewed: ${failure.message}`);
			return old;
		}
	};
}
const renewable = new Set(["InvalidIdentityToken", "ExpiredTokenException"]);
async function retryOnce(attempt) {
	try {
		return await attempt();
	} catch (error) {
		const call = error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt ? error.cause : void 0;
		if (!(call instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt) || !renewable.has(call.result.code)) throw error;
		return await attempt();
	}
}
const leastLifeMs = 6e4;
const renewalPatienceMs = 5e3;
function isFresh({ expiration }, { clock }) {
	return expiration.getTime() - clock.wallTime() > leastLifeMs;
}
function isDenial(error) {
	if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt)) return false;
	return error.result.kind === "denied" || error.result.kind === "credentials";
}
const tokenFailure = {
	reason: "no-credentials",
	likely: "GitHub's token service is out of order, or the job's permissions changed under way.",
	next: "Look at githubstatus.com, then run the job again."
};



/***/ })

};
