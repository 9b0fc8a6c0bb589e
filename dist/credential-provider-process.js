export const id = 925;
export const ids = [925,306];
export const modules = {

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromProcess: () => (/* binding */ fromProcess)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43);
/* harmony import */ var _credentials_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(975);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(421);
const getValidatedProcessCredentials=(e,n,r)=>{if(n.Version!==1)throw Error(`Profile ${e} credential_process did not return Version 1.`);if(n.AccessKeyId===void 0||n.SecretAccessKey===void 0)throw Error(`Profile ${e} credential_process returned invalid credentials.`);if(n.Expiration){let t=new Date;if(new Date(n.Expiration)<t)throw Error(`Profile ${e} credential_process returned expired credentials.`)}let i=n.AccountId;!i&&r?.[e]?.aws_account_id&&(i=r[e].aws_account_id);let a={accessKeyId:n.AccessKeyId,secretAccessKey:n.SecretAccessKey,...n.SessionToken&&{sessionToken:n.SessionToken},...n.Expiration&&{expiration:new Date(n.Expiration)},...n.CredentialScope&&{credentialScope:n.CredentialScope},...i&&{accountId:i}};return (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__["in"])(a,`CREDENTIALS_PROCESS`,`w`),a},resolveProcessCredentials=async(t,n,r)=>{let s=n[t];if(n[t]){let c=s.credential_process;if(c!==void 0){let s=(0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(_credentials_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.r?.getTokenRecord?.().exec??node_child_process__WEBPACK_IMPORTED_MODULE_3__.exec);try{let{stdout:e}=await s(c),r;try{r=JSON.parse(e.trim())}catch{throw Error(`Profile ${t} credential_process returned invalid JSON.`)}return getValidatedProcessCredentials(t,r,n)}catch(t){throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Mt(t.message,{logger:r})}}throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Mt(`Profile ${t} did not contain credential_process.`,{logger:r})}throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Mt(`Profile ${t} could not be found in shared credentials file.`,{logger:r})},fromProcess=(e={})=>async({callerClientConfig:t}={})=>{e.logger?.debug(`@aws-sdk/credential-provider-process - fromProcess`);let i=await (0,_credentials_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.i)(e);return resolveProcessCredentials((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.kt)({profile:e.profile??t?.profile}),i,e.logger)};

/***/ })

};
