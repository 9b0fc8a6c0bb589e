export const id = 169;
export const ids = [169];
export const modules = {

/***/ 169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromTokenFile: () => (/* binding */ fromTokenFile)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(816);
/* harmony import */ var _credentials_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24);
const fromWebToken=e=>async t=>{e.logger?.debug(`@aws-sdk/credential-provider-web-identity - fromWebToken`);const{roleArn:n,roleSessionName:r,webIdentityToken:i,providerId:a,policyArns:o,policy:s,durationSeconds:c}=e;let{roleAssumerWithWebIdentity:l}=e;if(!l){const{getDefaultRoleAssumerWithWebIdentity:n}=await __webpack_require__.e(/* import() */ 749).then(__webpack_require__.bind(__webpack_require__, 749));l=n({...e.clientConfig,credentialProviderLogger:e.logger,parentClientConfig:{...t?.callerClientConfig,...e.parentClientConfig}},e.clientPlugins)}return l({RoleArn:n,RoleSessionName:r??`aws-sdk-js-session-${Date.now()}`,WebIdentityToken:i,ProviderId:a,PolicyArns:o,Policy:s,DurationSeconds:c})};const i=`AWS_WEB_IDENTITY_TOKEN_FILE`;const a=`AWS_ROLE_ARN`;const o=`AWS_ROLE_SESSION_NAME`;const fromTokenFile=(s={})=>async c=>{s.logger?.debug(`@aws-sdk/credential-provider-web-identity - fromTokenFile`);const l=s?.webIdentityTokenFile??process.env[i];const u=s?.roleArn??process.env[a];const d=s?.roleSessionName??process.env[o];if(!l||!u)throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Mt(`Web identity configuration not specified`,{logger:s.logger});const f=await fromWebToken({...s,webIdentityToken:_credentials_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.c?.getTokenRecord?.()[l]??(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(l,{encoding:`ascii`}),roleArn:u,roleSessionName:d})(c);if(l===process.env[i])(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__["in"])(f,`CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN`,`h`);return f};

/***/ })

};
