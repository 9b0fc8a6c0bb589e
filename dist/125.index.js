export const id = 125;
export const ids = [125,506];
export const modules = {

/***/ 125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromProcess: () => (/* binding */ fromProcess)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(290);
/* harmony import */ var _parseKnownFiles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(151);
/* harmony import */ var _externalDataInterceptor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(664);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(975);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(421);
const getValidatedProcessCredentials=(e,n,r)=>{if(n.Version!==1)throw Error(`Profile ${e} credential_process did not return Version 1.`);if(n.AccessKeyId===void 0||n.SecretAccessKey===void 0)throw Error(`Profile ${e} credential_process returned invalid credentials.`);if(n.Expiration){const t=new Date;if(new Date(n.Expiration)<t)throw Error(`Profile ${e} credential_process returned expired credentials.`)}let i=n.AccountId;if(!i&&r?.[e]?.aws_account_id)i=r[e].aws_account_id;const a={accessKeyId:n.AccessKeyId,secretAccessKey:n.SecretAccessKey,...n.SessionToken&&{sessionToken:n.SessionToken},...n.Expiration&&{expiration:new Date(n.Expiration)},...n.CredentialScope&&{credentialScope:n.CredentialScope},...i&&{accountId:i}};(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__["in"])(a,`CREDENTIALS_PROCESS`,`w`);return a};const resolveProcessCredentials=async(t,n,r)=>{const s=n[t];if(n[t]){const c=s[`credential_process`];if(c!==void 0){const s=(0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(_externalDataInterceptor_js__WEBPACK_IMPORTED_MODULE_2__.t?.getTokenRecord?.().exec??node_child_process__WEBPACK_IMPORTED_MODULE_4__.exec);try{const{stdout:e}=await s(c);let r;try{r=JSON.parse(e.trim())}catch{throw Error(`Profile ${t} credential_process returned invalid JSON.`)}return getValidatedProcessCredentials(t,r,n)}catch(t){throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Mt(t.message,{logger:r})}}else throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Mt(`Profile ${t} did not contain credential_process.`,{logger:r})}else throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Mt(`Profile ${t} could not be found in shared credentials file.`,{logger:r})};const fromProcess=(e={})=>async({callerClientConfig:t}={})=>{e.logger?.debug(`@aws-sdk/credential-provider-process - fromProcess`);const i=await (0,_parseKnownFiles_js__WEBPACK_IMPORTED_MODULE_1__.t)(e);return resolveProcessCredentials((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.kt)({profile:e.profile??t?.profile}),i,e.logger)};

/***/ }),

/***/ 664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ n)
/* harmony export */ });
/* harmony import */ var _getSSOTokenFromFile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68);
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(290);
const n={getFileRecord(){return _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.Tt},interceptFile(e,n){_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.Tt[e]=Promise.resolve(n)},getTokenRecord(){return _getSSOTokenFromFile_js__WEBPACK_IMPORTED_MODULE_0__.n},interceptToken(t,n){_getSSOTokenFromFile_js__WEBPACK_IMPORTED_MODULE_0__.n[t]=n}};

/***/ }),

/***/ 68:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ i),
/* harmony export */   r: () => (/* binding */ getSSOTokenFilepath),
/* harmony export */   t: () => (/* binding */ getSSOTokenFromFile)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(290);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(760);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(455);
const getSSOTokenFilepath=r=>{const i=(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)(`sha1`).update(r).digest(`hex`);return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.At)(),`.aws`,`sso`,`cache`,`${i}.json`)};const i={};const getSSOTokenFromFile=async e=>{if(i[e])return i[e];const t=getSSOTokenFilepath(e);const n=await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)(t,`utf8`);return JSON.parse(n)};

/***/ }),

/***/ 151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ parseKnownFiles)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(290);
const mergeConfigFiles=(...e)=>{const t={};for(const n of e)for(const[e,r]of Object.entries(n))if(t[e]!==void 0)Object.assign(t[e],r);else t[e]=r;return t};const parseKnownFiles=async t=>{const n=await (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.wt)(t);return mergeConfigFiles(n.configFile,n.credentialsFile)};

/***/ })

};
