export const id = 903;
export const ids = [903];
export const modules = {

/***/ 903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assumeRole: () => (/* binding */ assumeRole)
/* harmony export */ });
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(420);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88);
/* harmony import */ var _httpRequest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(395);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(353);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(321);





// node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleWithWebIdentityCommand.js
var AssumeRoleWithWebIdentityCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "AssumeRoleWithWebIdentity", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.a) {};
// src/aws/id-token.ts
async function requestIdToken(door, audience, limits) {
	const url = new URL(door.url);
	url.searchParams.set("audience", audience);
	const request = new _httpRequest_js__WEBPACK_IMPORTED_MODULE_4__.t({
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
	const [status, body] = await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.a)(limits, async (abortSignal) => {
		const { response } = await new _node_http_handler_js__WEBPACK_IMPORTED_MODULE_2__.t().handle(request, { abortSignal });
		return [response.statusCode, await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__.text)(response.body)];
	});
	if (status !== 200) throw refused(status);
	return readToken(body);
}
function refused(httpStatus) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_1__.s({
		kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.c)(httpStatus),
		code: `HTTP ${httpStatus}`,
		message: "GitHub's ID token endpoint gave no token",
		httpStatus,
		requestId: void 0
	});
}
function readToken(body) {
	const value = parseObject(body).value;
	if (typeof value === "string" && value !== "") return value;
	throw (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.l)("GitHub's ID token endpoint answered without a token");
}
function readClaims(token) {
	return parseObject(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}
function parseObject(json) {
	try {
		const value = JSON.parse(json);
		return typeof value === "object" && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}
// src/aws/oidc-denied.ts
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
	if (error.answer.code !== "AccessDenied") return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.n)(doing, error, {
		reason: "oidc-denied",
		lines: shown
	});
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.n)(doing, error, {
		reason: "oidc-denied",
		likely: likelyCause(sub, role.arn),
		next: "Paste the condition shown here into the trust policy of the role, in its account.",
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
// src/aws/web-identity.ts
function assumeRole(role, region, world) {
	const { idToken } = world.github;
	if (!idToken) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.i)(world.github);
	world.mask(idToken.token);
	const client = new _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.i({
		region,
		maxAttempts: 1
	});
	const attempt = async () => {
		const token = await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.r)("get an ID token from GitHub", (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.t)(() => requestIdToken(idToken, role.audience, world), world), () => tokenFailure);
		world.mask(token);
		try {
			return await exchange(token, role, client, world);
		} catch (error) {
			throw isDenial(error) ? explainDeniedToken(error, role, token) : error;
		}
	};
	return async () => {
		try {
			return await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.t)(attempt, world);
		} catch (error) {
			throw error instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.s ? (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.n)(`assume ${role.arn}`, error) : (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.o)(error);
		}
	};
}
async function exchange(token, { arn, sessionName, durationSeconds }, client, world) {
	const command = new AssumeRoleWithWebIdentityCommand({
		RoleArn: arn,
		RoleSessionName: sessionName,
		DurationSeconds: durationSeconds,
		WebIdentityToken: token
	});
	const { Credentials: session } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.a)(world, (abortSignal) => client.send(command, { abortSignal }));
	const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = session ?? {};
	if (!accessKeyId || !secretAccessKey || !session?.SessionToken || !session.Expiration) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.l)("the answer holds no credentials");
	world.mask(secretAccessKey);
	world.mask(session.SessionToken);
	return {
		accessKeyId,
		secretAccessKey,
		sessionToken: session.SessionToken,
		expiration: session.Expiration,
		accountId: accountOf(arn)
	};
}
function isDenial(error) {
	if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.s)) return false;
	return error.answer.kind === "denied" || error.answer.kind === "credentials";
}
const tokenFailure = {
	reason: "no-credentials",
	likely: "GitHub's token service is out of order, or the job's permissions changed under way.",
	next: "Look at githubstatus.com, then run the job again."
};
function accountOf(arn) {
	return arn.split(":")[4] ?? "";
}



/***/ })

};
