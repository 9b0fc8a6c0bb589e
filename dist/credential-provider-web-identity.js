export const id = 550;
export const ids = [550,169];
export const modules = {

/***/ 169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromTokenFile: () => (/* binding */ fromTokenFile)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43);
/* harmony import */ var _credentials_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24);
const fromWebToken=e=>async t=>{e.logger?.debug(`@aws-sdk/credential-provider-web-identity - fromWebToken`);let{roleArn:n,roleSessionName:r,webIdentityToken:i,providerId:a,policyArns:o,policy:s,durationSeconds:c}=e,{roleAssumerWithWebIdentity:l}=e;if(!l){let{getDefaultRoleAssumerWithWebIdentity:n}=await __webpack_require__.e(/* import() */ 128).then(__webpack_require__.bind(__webpack_require__, 128)).then(e=>e.t);l=n({...e.clientConfig,credentialProviderLogger:e.logger,parentClientConfig:{...t?.callerClientConfig,...e.parentClientConfig}},e.clientPlugins)}return l({RoleArn:n,RoleSessionName:r??`aws-sdk-js-session-${Date.now()}`,WebIdentityToken:i,ProviderId:a,PolicyArns:o,Policy:s,DurationSeconds:c})},i=`AWS_WEB_IDENTITY_TOKEN_FILE`,fromTokenFile=(a={})=>async o=>{a.logger?.debug(`@aws-sdk/credential-provider-web-identity - fromTokenFile`);let s=a?.webIdentityTokenFile??process.env[i],c=a?.roleArn??process.env.AWS_ROLE_ARN,l=a?.roleSessionName??process.env.AWS_ROLE_SESSION_NAME;if(!s||!c)throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Mt(`Web identity configuration not specified`,{logger:a.logger});let u=await fromWebToken({...a,webIdentityToken:_credentials_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.r?.getTokenRecord?.()[s]??(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(s,{encoding:`ascii`}),roleArn:c,roleSessionName:l})(o);return s===process.env[i]&&(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__["in"])(u,`CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN`,`h`),u};

/***/ })

};
