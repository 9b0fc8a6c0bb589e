export const id = 733;
export const ids = [733];
export const modules = {

733:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  nameSource: () => (nameSource),
  openChain: () => (openChain)
});
var _credential_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(328);
var _every_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);
var _missing_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(455);




// src/aws/credentials/one-account.ts
function stayInAccount(source, accountOf, context) {
	let first;
	const checks = new Map();
	const check = async (renewed, trusted) => {
		const [account, renewedAccount] = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.ht)("check that the renewed credentials belong to the same account", Promise.all([trusted, renewed].map((credentials) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Rn)((signal) => accountOf(credentials, signal), context))));
		if (account !== renewedAccount) throw anotherAccount(account, renewedAccount);
		context.log.line(`the credentials were renewed, and belong to account ${account} as before`);
	};
	return async (options) => {
		const credentials = await source(options);
		const { accessKeyId } = credentials;
		first ??= credentials;
		if (accessKeyId === first.accessKeyId) return credentials;
		const checked = checks.get(accessKeyId) ?? check(credentials, first);
		checks.set(accessKeyId, checked);
		try {
			await checked;
		} catch (error) {
			checks.delete(accessKeyId);
			throw error;
		}
		return credentials;
	};
}
function anotherAccount(account = "", renewedAccount = "") {
	const message = `The credentials changed from account ${account} to account ${renewedAccount} during the run; nothing was read or changed in ${renewedAccount}`;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_1__.pr("account-not-allowed", message, {
		likely: "The source of the credentials (a profile, a credential process, a container or instance role) was switched during the run.",
		next: `Make the source give credentials of account ${account} until the run ends, then run again.`,
		cause: new _every_run_js__WEBPACK_IMPORTED_MODULE_1__.qn({
			kind: "rejected",
			code: "AnotherAccount",
			message
		})
	});
}
// src/aws/credentials/chain.ts
async function openChain(chain, accountOf, context) {
	const profiles = await (0,_credential_providers_js__WEBPACK_IMPORTED_MODULE_0__.c)({});
	const sources = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(context.env, profiles);
	maskProfiles(profiles, context);
	await readContainerToken(context);
	const source = async (options) => {
		try {
			return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.zn)(() => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Vn)(chain(options)), context);
		} catch (error) {
			if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_1__.qn)) throw error;
			if (sources.length > 0) throw await explainSources(error, sources, context);
			throw error.result.code === "Timeout" || error.result.code === "TooLate" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.mt)("get AWS credentials", error) : (0,_missing_credentials_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, context.github);
		}
	};
	return stayInAccount(source, accountOf, context);
}
async function nameSource(env) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Pn)(env)) return "AWS_ACCESS_KEY_ID of the environment";
	const sources = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(env, await (0,_credential_providers_js__WEBPACK_IMPORTED_MODULE_0__.c)({}));
	return sources.length === 0 ? "the instance metadata service" : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Fn)(sources);
}
async function explainSources(error, sources, context) {
	const container = sources.find(({ endpoint }) => endpoint !== void 0);
	if (container?.endpoint === void 0 || !(0,_missing_credentials_js__WEBPACK_IMPORTED_MODULE_2__.i)(error)) return (0,_missing_credentials_js__WEBPACK_IMPORTED_MODULE_2__.t)(error, sources);
	const { askContainerEndpoint } = await __webpack_require__.e(/* import() */ 481).then(__webpack_require__.bind(__webpack_require__, 481));
	const token = await readContainerToken(context);
	const said = await askContainerEndpoint(container.endpoint, token, context);
	const { likely, next } = container;
	return (0,_missing_credentials_js__WEBPACK_IMPORTED_MODULE_2__.t)(said, sources, {
		likely,
		next
	});
}
function maskProfiles(profiles, { mask }) {
	for (const profile of Object.values(profiles)) for (const key of [
		"aws_access_key_id",
		"aws_secret_access_key",
		"aws_session_token"
	]) mask(profile?.[key] ?? "");
}
async function readContainerToken({ env, mask }) {
	const path = env.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE;
	const token = path ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)(path, "utf8").catch(() => "") : env.AWS_CONTAINER_AUTHORIZATION_TOKEN ?? "";
	mask(token);
	return token;
}



}),

19:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  i: () => (isSilent),
  n: () => (explainMissingCredentials),
  r: () => (explainMissingIdToken),
  t: () => (explainFailedSources)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);

// src/aws/credentials/missing-credentials.ts
const withoutToken = {
	fork: {
		message: "This run is for a pull request from a fork, to which GitHub gives no ID token and no secrets",
		next: "Use dry-run: true for forks, which checks the file offline and succeeds; apply from a branch of this repository."
	},
	dependabot: {
		message: "Dependabot started this run, to which GitHub gives no secrets, and an ID token only if the job grants id-token: write",
		next: "Skip the step for Dependabot (if: github.actor != 'dependabot[bot]'), or grant the job id-token: write."
	},
	repository: {
		message: "role-to-assume is set, but this job has no ID token: it lacks the permission id-token: write",
		next: "Add to the job: permissions: { id-token: write, contents: read }. A called workflow gets no more than its caller grants."
	}
};
function explainMissingIdToken(github, present) {
	if (!github) return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", outsideJob, { next: useProfile });
	const { trigger } = github;
	const { message, next } = withoutToken[trigger];
	const likely = "GitHub gave the job no ID token.";
	if (present.length === 0 || trigger !== "repository") return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", message, {
		likely,
		next
	});
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", message, {
		likely: `${likely} It has other AWS credentials: ${present.join(", ")}.`,
		next: `${next} Or, in a step of your own, set role-chaining: true to assume the role with those credentials.`
	});
}
const outsideJob = "role-to-assume needs GitHub's ID token, which only a job of GitHub Actions has";
const useProfile = "Use a profile that assumes the role instead: --profile NAME.";
const withoutChain = {
	workflow: {
		likely: "Neither role-to-assume, nor an earlier step, nor the runner provides credentials.",
		next: "Set role-to-assume with permissions: { id-token: write }, or run aws-actions/configure-aws-credentials first."
	},
	terminal: {
		likely: "No profile is named, there is no default profile, and the environment has no keys.",
		next: "Sign in (aws sso login --profile NAME), then name the profile: --profile NAME."
	}
};
function explainMissingCredentials(error, github) {
	if (github && github.trigger !== "repository") {
		const { message, next } = withoutToken[github.trigger];
		return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", message, {
			next,
			cause: error
		});
	}
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", `The AWS credential chain has no credentials: ${error.result.message}`, {
		...withoutChain[github ? "workflow" : "terminal"],
		cause: error
	});
}
const deniedRole = {
	likely: "The trust policy of the role does not allow this caller or token, the account of the role does not know the issuer of the token, or there is no such role.",
	next: "Check the ARN of the role and its trust policy; for the role of a profile also that its source credentials may call sts:AssumeRole."
};
function explainFailedSources(error, sources, details) {
	const names = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Fn)(sources);
	if (!isSilent(error)) {
		const denied = error.result.kind === "denied" ? deniedRole : {};
		return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(`get AWS credentials from ${names}`, error, details ?? denied);
	}
	const problems = sources.flatMap(({ problem }) => problem ?? []);
	const { likely, next } = sources.find(({ problem }) => problem) ?? sources[0] ?? {};
	const text = problems.length > 0 ? problems.join("; ") : error.result.message;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("credentials-rejected", `Could not get AWS credentials from ${names}: ${text}`, {
		...likely === void 0 ? {} : { likely },
		...next === void 0 ? {} : { next },
		cause: error
	});
}
function isSilent({ result, cause }) {
	if (result.httpStatus !== void 0 || !(cause instanceof Error)) return false;
	if ("path" in cause || cause.name.endsWith("ProviderError")) return true;
	return "code" in cause ? String(cause.code).startsWith("ERR_INVALID_") : cause.name !== "TimeoutError";
}



})

};
