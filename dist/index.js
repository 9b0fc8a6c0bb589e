import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 75:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ resolveAwsSdkSigV4AConfig),
/* harmony export */   c: () => (/* binding */ oe),
/* harmony export */   d: () => (/* binding */ getSSOTokenFilepath),
/* harmony export */   i: () => (/* binding */ de),
/* harmony export */   l: () => (/* binding */ parseKnownFiles),
/* harmony export */   n: () => (/* binding */ fe),
/* harmony export */   o: () => (/* binding */ AwsSdkSigV4ASigner),
/* harmony export */   r: () => (/* binding */ AwsRestJsonProtocol),
/* harmony export */   s: () => (/* binding */ NoAuthSigner),
/* harmony export */   t: () => (/* binding */ SignatureV4MultiRegion),
/* harmony export */   u: () => (/* binding */ getSSOTokenFromFile)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(816);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(455);
const getSSOTokenFilepath=e=>{const t=(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)(`sha1`).update(e).digest(`hex`);return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.At)(),`.aws`,`sso`,`cache`,`${t}.json`)};const P={};const getSSOTokenFromFile=async e=>{if(P[e])return P[e];const t=getSSOTokenFilepath(e);const n=await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)(t,`utf8`);return JSON.parse(n)};const mergeConfigFiles=(...e)=>{const t={};for(const n of e)for(const[e,r]of Object.entries(n))if(t[e]!==void 0)Object.assign(t[e],r);else t[e]=r;return t};const parseKnownFiles=async e=>{const t=await (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.wt)(e);return mergeConfigFiles(t.configFile,t.credentialsFile)};const oe={getFileRecord(){return _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Tt},interceptFile(e,t){_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Tt[e]=Promise.resolve(t)},getTokenRecord(){return P},interceptToken(e,t){P[e]=t}};var HttpBindingProtocol=class extends _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.H{async serializeRequest(e,t,n){const r=t&&typeof t===`object`?t:{};const i={};const o={};const s=await n.endpoint();const c=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.W.of(e?.input);const l=c.getHttpBindings().request;const u=(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.G)(e);const d=new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Yt({query:i,headers:o});if(s){this.updateServiceEndpoint(d,s);this.setHostPrefix(d,e,r,u);const[t,n,a]=u;if(t){d.method=t;d.path=d.path===`/`?n:d.path+n;for(const[e,t]of a)i[e]=t}}d.query=i;const f=this.serializeHttpBindings(r,d,l,u);if(f)d.body=await this.serializeEventStream({eventStream:f,requestSchema:c});return d}serializeHttpBindings(e,t,n,r){const i=this.serializer;const a=typeof i.writeCodec===`function`?i:void 0;const o=t.query;const s=t.headers;const c=n.syntheticBodySchema;let l=false;let u;let d;let f;const p=Object.getOwnPropertyNames(e);const m=Object.getPrototypeOf(e);const h=(m===Object.prototype||m===null)&&!n.hasIdempotency&&!n.hasPrefixHeaders&&p.length*2<n.memberBindings.length;const g=h?p.length:n.memberBindings.length;for(let t=0;t<g;++t){const r=h?(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(n.byName,p[t])?n.byName[p[t]]:void 0:n.memberBindings[t];if(!r)continue;const c=r[1];const m=r[0];const g=c[0];const _=c[1];const v=c[2];const y=r[2];const b=r[3];const x=e[m];if(x==null&&!(_>>10&1))continue;if(y===36){const e=_>>11&3;if(e){if(e===2)d=x||void 0;else u=x}else{if(a)a.writeCodec(g,x);else i.write(g,x);u=i.flush()}}else if(y===33||y===38){const e=this.serializeHttpValue(c,x,y,a);if(y===33)(f??=Object.create(null))[m]=e;else s[b]=e}else if(y===39)for(const e in x){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(x,e))continue;const t=b+e;s[t.toLowerCase()]=this.serializeHttpValue(v,x[e],38,a,a?v[0]:[v[0],{httpHeader:t}])}else if((y&62)===34)this.serializeQuery(c,x,b,o,a);else l=true}const _=r[1];const v=r[3];if(_&&v&&t.path.endsWith(_))t.path=t.path.slice(0,-_.length)+this.serializePath(v,f,n);if(l&&c){if(a)a.writeCodec(c,e);else i.write(c,e);u=i.flush()}t.body=u;return d}serializeQuery(e,t,n,r,i){const[a,o,s]=e;const c=i?void 0:a.getMergedTraits();if(n===void 0){for(const e in t){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(t,e)||e in r)continue;if(!i)Object.assign(s[0].getMergedTraits(),{...c,httpQuery:e,httpQueryParams:void 0});this.serializeQuery(s,t[e],e,r,i)}return}if((o&192)===64){const e=[];for(const n of t){const t=this.serializeHttpValue(s,n,34,i,i?s[0]:[s[0],c]);if(o>>13&1||t!==void 0)e.push(t)}r[n]=e}else r[n]=this.serializeHttpValue(e,t,34,i,i?a:[a,c])}serializeHttpValue(e,t,n,r,i=e[0]){const a=e[1];const o=a&255;if(r&&!(a&1792)&&(o<=2||o===17||o===19))return String(t);if(r)r.writeHttpBinding(e,t,n);else this.serializer.write(i,t);return this.serializer.flush()}serializePath(e,t,n){let r=``;for(const[i,a]of e){if(a===0){r+=i;continue}const e=t?.[i];if(e===void 0){if((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(n.byName,i)&&n.byName[i][2]===33)throw new Error(`No value provided for input HTTP label: ${i}.`);r+=`{${i}${a===2?`+`:``}}`}else r+=a===2?e.split(`/`).map(_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.K).join(`/`):(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.K)(e)}return r}async deserializeResponse(e,t,n){const r=this.deserializer;const i=typeof r.readCodec===`function`?r:void 0;const a=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.W.of(e.output);const o=a.getHttpBindings().response;const s={};if(n.statusCode>=300){const i=await (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.q)(n.body,t);if(i.byteLength>0)Object.assign(s,await r.read(15,i));await this.handleError(e,t,n,s,this.deserializeMetadata(n));throw new Error(`@smithy/core/protocols - HTTP Protocol error handler failed to throw.`)}const c=await this.deserializeHttpMessage(a,t,n,s);if(c.length){const e=await (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.q)(n.body,t);if(e.byteLength>0){const t=await(i?i.readCodec(o.syntheticBodySchema,e):r.read(o.syntheticBodySchema,e));for(const e of c)if(t[e]!=null)s[e]=t[e]}}else if(!o.bindings.payload)await (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.q)(n.body,t);s.$metadata=this.deserializeMetadata(n);return s}async deserializeHttpMessage(e,t,n,r,i){const a=r instanceof Set?i:r;const o=this.deserializer;const s=typeof o.readCodec===`function`?o:void 0;const c=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.W.of(e);const{bodyMemberNames:l,bindings:{payload:u,statusCode:d,headers:f,prefixHeaders:p}}=c.getHttpBindings().response;const h=n.headers;if(u){const[e,r]=u;const[i,l]=r;const d=l>>11&3;if(d){if(d===2)a[e]=await this.deserializeEventStream({response:n,responseSchema:c});else a[e]=(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.X)(n.body)}else if(n.body){const c=await (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.q)(n.body,t);if(c.byteLength>0)a[e]=await(s?s.readPayload(r,c):o.read(i,c))}}for(const e in h){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(h,e))continue;const t=e.toLowerCase();const n=h[e];if(t!==e){delete h[e];h[t]=n}const r=(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(f,t)?f[t]:void 0;if(!r)continue;const[i,[c,l,u],,d]=r;if(u){const e=l>>16&1?(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.zt)(n,`,`,2):(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Rt)(n);const t=[];for(const n of e)t.push(s?s.readHttpBinding(u,n.trim(),38):await o.read([u[0],{httpHeader:d}],n.trim()));a[i]=t}else a[i]=s?s.readHttpBinding(r[1],n,38):await o.read(c,n)}for(const[e,[,,t],,n]of p){a[e]={};for(const r in h){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(h,r))continue;if(!r.startsWith(n))continue;const i=h[r];a[e][r.slice(n.length)]=s?s.readHttpBinding(t,i,38):await o.read([t[0],{httpHeader:r}],i)}}if(d)a[d[0]]=n.statusCode;return l}};var HttpInterceptingShapeDeserializer=class extends _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.U{codecDeserializer;stringDeserializer;constructor(e,t){super();this.codecDeserializer=e;this.stringDeserializer=new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.V(t)}setSerdeContext(e){this.stringDeserializer.setSerdeContext(e);this.codecDeserializer.setSerdeContext(e);this.serdeContext=e}read(e,t){const n=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.W.of(e);const r=n.getMergedTraits();if(r.httpHeader||r.httpResponseCode){const e=n.getHttpBindingValue(38,r);return this.readHttpBinding(e,t,38)}if(r.httpPayload)return this.readPayload(n.getHttpBindingValue(36,r),t);return this.readCodec(n,t)}readHttpBinding(t,n,r){const i=typeof n===`string`?n:(this.serdeContext?.utf8Encoder??_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.$t)(n);return this.stringDeserializer.readHttpBinding(t,i,r)}readPayload([t,n],r){const i=n&255;if(i===21||i===42)return typeof r===`string`?(this.serdeContext?.utf8Decoder??_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.tn)(r):r;if(i===0)return typeof r===`string`?r:(this.serdeContext?.utf8Encoder??_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.$t)(r);return this.readCodec(t,r)}readCodec(e,t){return this.codecDeserializer.read(e,t)}};var ToStringShapeSerializer=class extends _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.U{settings;stringBuffer=``;constructor(e){super();this.settings=e}write(e,t){const n=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.W.of(e);const r=n.getMergedTraits();const i=n.getHttpBindingLocation(r);this.writeHttpBinding(n.getHttpBindingValue(i,r),t,i)}writeHttpBinding([e,t,n],r,a){const o=t&255;switch(typeof r){case`object`:if(r===null){this.stringBuffer=`null`;return}if(o>=4&&o<=7){if(!(r instanceof Date))throw new Error(`@smithy/core/protocols - received non-Date value ${r} when schema expected Date in ${e.getName(true)}`);const n=this.settings.httpBindings?t>>14&3:0;switch(this.settings.timestampFormat.useTrait&&o>4?o:n?n+4:this.settings.timestampFormat.default){case 5:this.stringBuffer=r.toISOString().replace(`.000Z`,`Z`);break;case 6:this.stringBuffer=(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Ht)(r);break;case 7:this.stringBuffer=String(r.getTime()/1e3);break;default:console.warn(`Missing timestamp format, using epoch seconds`,r);this.stringBuffer=String(r.getTime()/1e3)}return}if((o===21||o===42)&&`byteLength`in r){this.stringBuffer=(this.serdeContext?.base64Encoder??_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.en)(r);return}if((o&192)===64&&Array.isArray(r)){n??=e.getHttpBindingCollectionValue(a);const t=n[1]&255;const o=t>=4&&t<=7;let s=``;for(const e of r){this.writeHttpBinding(n,e,a);const t=this.flush();if(s)s+=`, `;s+=o?t:(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Bt)(t)}this.stringBuffer=s;return}this.stringBuffer=JSON.stringify(r,null,2);break;case`string`:const s=t>>8&3;let u=r;if(s===2)u=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Vt.from(u);if(s&&(a&6)===6){this.stringBuffer=(this.serdeContext?.base64Encoder??_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.en)(u.toString());return}this.stringBuffer=r;break;default:this.stringBuffer=t>>10&1?(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.J)():String(r)}}flush(){const e=this.stringBuffer;this.stringBuffer=``;return e}};var HttpInterceptingShapeSerializer=class{codecSerializer;stringSerializer;buffer;constructor(e,t,n=new ToStringShapeSerializer(t)){this.codecSerializer=e;this.stringSerializer=n}setSerdeContext(e){this.codecSerializer.setSerdeContext(e);this.stringSerializer.setSerdeContext(e)}write(e,t){const n=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.W.of(e);const r=n.getMergedTraits();if(r.httpHeader||r.httpLabel||r.httpQuery){const e=n.getHttpBindingLocation(r);this.writeHttpBinding(n.getHttpBindingValue(e,r),t,e);return}this.writeCodec(n,t)}writeHttpBinding(e,t,n){this.stringSerializer.writeHttpBinding(e,t,n);this.buffer=this.stringSerializer.flush()}writeCodec(e,t){this.codecSerializer.write(e,t)}flush(){if(this.buffer!==void 0){const e=this.buffer;this.buffer=void 0;return e}return this.codecSerializer.flush()}};var SerdeContextConfig=class{serdeContext;setSerdeContext(e){this.serdeContext=e}};var UnionSerde=class{from;to;keys;constructor(e,t){this.from=e;this.to=t;const n=Object.keys(this.from);const r=new Set(n);r.delete(`__type`);this.keys=r}mark(e){this.keys.delete(e)}hasUnknown(){return this.keys.size===1&&Object.keys(this.to).length===0}writeUnknown(){if(this.hasUnknown()){const e=this.keys.values().next().value;const t=this.from[e];this.to.$unknown=[e,t]}}};let F;function detectBufferParsing(){if(F===void 0)try{if(typeof Buffer!==`function`)F=false;else{const e=JSON.parse(Buffer.from([123,125]));F=e!==null&&typeof e===`object`}}catch{F=false}return F}function jsonReviver(e,t,n){if(n?.source){const e=n.source;if(typeof t===`number`){if(t<=Number.MAX_SAFE_INTEGER&&t>=Number.MIN_SAFE_INTEGER){if(isRepresentable(e,t))return t;return new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt(e,`bigDecimal`)}else{if(isFractionalBigNumeric(e))return new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt(e,`bigDecimal`);if(/[eE]/.test(e))return expandExponentToBigInt(e);return BigInt(e)}}}return t}function isFractionalBigNumeric(e){const t=e.indexOf(`.`);if(t===-1)return false;const n=e.search(/[eE]/);if(n===-1)return true;const r=n-t-1;return parseInt(e.slice(n+1),10)<r}function isRepresentable(e,t){if(e===String(t))return true;if(Object.is(t,-0))return true;if(/[eE]/.test(e))return expandToDecimal(e)===expandToDecimal(String(t));const n=e.replace(/(\.\d*?)0+$/,`$1`).replace(/\.$/,``);const r=String(t);if(n===r)return true;if(/[eE]/.test(r))return n===expandToDecimal(r);return false}function expandToDecimal(e){const t=e.startsWith(`-`);const n=t?e.slice(1):e;const r=n.search(/[eE]/);let i;if(r===-1)i=n;else{const e=parseInt(n.slice(r+1),10);const t=n.slice(0,r);const a=t.indexOf(`.`);let o;let s;if(a===-1){o=t;s=t.length}else{o=t.slice(0,a)+t.slice(a+1);s=a}o=o.replace(/0+$/,``)||`0`;const c=s+e;if(o===`0`)i=`0`;else if(c<=0)i=`0.`+`0`.repeat(-c)+o;else if(c>=o.length)i=o+`0`.repeat(c-o.length);else i=o.slice(0,c)+`.`+o.slice(c)}if(i.includes(`.`))i=i.replace(/(\.\d*?)0+$/,`$1`).replace(/\.$/,``);return(t?`-`:``)+i}function expandExponentToBigInt(e){const t=e.search(/[eE]/);const n=parseInt(e.slice(t+1),10);const r=e.startsWith(`-`);const i=e.slice(r?1:0,t);const a=i.indexOf(`.`);let o;let s;if(a===-1){o=i;s=n}else{o=i.slice(0,a)+i.slice(a+1);s=n-(i.length-a-1)}o=o.replace(/0+$/,``)||`0`;const c=BigInt(o)*10n**BigInt(s+(i.replace(`.`,``).length-o.length));return r?-c:c}const I=Symbol.for(`@aws-sdk/reviver`);function needsReviver(e){const t=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(e);const n=t.getSchema();if(Array.isArray(n)&&t.isStructSchema()){if(I in n)return n[I];const e=_check(t,new Set);n[I]=e;return e}return _check(t,new Set)}function _check(e,t){const n=e.getSchema();if(t.has(n))return false;t.add(n);if(e.isBigIntegerSchema()||e.isBigDecimalSchema())return true;if(e.isStructSchema()){for(const[,n]of e.structIterator())if(_check(n,t))return true}else if(e.isListSchema()||e.isMapSchema()){if(_check(e.getValueSchema(),t))return true}else if(e.isDocumentSchema())return true;return false}const collectBodyString=(t,n)=>(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.q)(t,n).then(t=>(n?.utf8Encoder??_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.$t)(t));async function parseJsonBody(e,t,n){let r;if(detectBufferParsing()&&typeof e?.[Symbol.asyncIterator]===`function`){const n=await (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.q)(e,t);if(typeof Buffer===`function`){if(Buffer.isBuffer(n))r=n;else r=Buffer.from(n.buffer,n.byteOffset,n.byteLength)}}if(!r)r=await collectBodyString(e,t);if(r.length===0)return{};const i=n&&needsReviver(n)?jsonReviver:void 0;try{return JSON.parse(r,i)}catch(e){if(e?.name===`SyntaxError`)Object.defineProperty(e,"$responseBodyText",{value:typeof r===`string`?r:r.toString(`utf8`)});throw e}}const findKey=(e,t)=>Object.keys(e).find(e=>e.toLowerCase()===t.toLowerCase());const sanitizeErrorCode=e=>{let t=e;if(typeof t===`number`)t=t.toString();if(t.indexOf(`,`)>=0)t=t.split(`,`)[0];if(t.indexOf(`:`)>=0)t=t.split(`:`)[0];if(t.indexOf(`#`)>=0)t=t.split(`#`)[1];return t};const loadRestJsonErrorCode=(e,t)=>{return loadErrorCode(e,t,[`header`,`code`,`type`])};const loadErrorCode=({headers:e},t,n)=>{while(n.length>0)switch(n.shift()){case`header`:const n=findKey(e??{},`x-amzn-errortype`);if(n!==void 0)return sanitizeErrorCode(e[n]);break;case`code`:const r=findKey(t??{},`code`);if(r&&t[r]!==void 0)return sanitizeErrorCode(t[r]);break;case`type`:if(t?.__type!==void 0)return sanitizeErrorCode(t.__type)}};var JsonShapeDeserializer2=class extends SerdeContextConfig{settings;constructor(e){super();this.settings=e}async read(e,t){const n=needsReviver(e)?jsonReviver:void 0;let r;if(typeof t===`string`){if(t.length===0)return{};r=JSON.parse(t,n)}else if(t instanceof Uint8Array&&detectBufferParsing()){if(t.byteLength===0)return{};const e=Buffer.isBuffer(t)?t:Buffer.from(t.buffer,t.byteOffset,t.byteLength);r=JSON.parse(e,n)}else r=await parseJsonBody(t,this.serdeContext,e);return this._read(e,r)}readObject(e,t){return this._read(e,t)}_read(e,t){const n=t!==null&&typeof t===`object`;const i=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(e);if(n){if(i.isStructSchema())return this._readStruct(i,t);if(Array.isArray(t)&&i.isListSchema()){const e=i.getValueSchema();if(this.needsTransform(e))for(let n=0;n<t.length;++n)t[n]=this._read(e,t[n]);return t}if(i.isMapSchema()){const e=i.getValueSchema();const n=t;if(this.needsTransform(e))for(const t in n){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(n,t))continue;if(t===`__proto__`)(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Y)(n);n[t]=this._read(e,n[t])}return n}}if(i.isBlobSchema()&&typeof t===`string`)return (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.nn)(t);const a=i.getMergedTraits().mediaType;if(i.isStringSchema()&&typeof t===`string`&&a){if(a===`application/json`||a.endsWith(`+json`))return _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Vt.from(t);return t}if(i.isTimestampSchema()&&t!=null)switch((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.B)(i,this.settings)){case 5:return (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Gt)(t);case 6:return (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Kt)(t);case 7:return (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Ut)(t);default:console.warn(`Missing timestamp format, parsing value with Date constructor:`,t);return new Date(t)}if(i.isBigIntegerSchema()&&(typeof t===`number`||typeof t===`string`))return BigInt(t);if(i.isBigDecimalSchema()&&t!=void 0){if(t instanceof _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt)return t;const e=t;if(e.type===`bigDecimal`&&`string`in e)return new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt(e.string,e.type);return new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt(String(t),`bigDecimal`)}if(i.isNumericSchema()&&typeof t===`string`){switch(t){case`Infinity`:return Infinity;case`-Infinity`:return-Infinity;case`NaN`:return NaN}return t}if(i.isDocumentSchema()){if(n){if(Array.isArray(t))for(let e=0;e<t.length;++e){const n=t[e];if(!(n instanceof _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt))t[e]=this._read(i,n)}else{const e=t;for(const t in e){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(e,t))continue;if(t===`__proto__`)(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Y)(e);const n=e[t];if(!(n instanceof _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt))e[t]=this._read(i,n)}}}}return t}_readStruct(e,t){const n=e.isUnionSchema();const r={};let i;const a=typeof t.__type===`string`;const{jsonName:o}=this.settings;if(o&&a)i={};let s;if(n)s=new UnionSerde(t,r);for(const[c,l]of e.structIterator()){let e=c;if(o){e=l.getMergedTraits().jsonName??e;if(a)i[e]=c}if(n)s.mark(e);if(t[e]!=null)r[c]=this._read(l,t[e])}if(n)s.writeUnknown();else if(a)for(const e in t){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(t,e))continue;const n=t[e];const a=o?i[e]??e:e;if(!(a in r))r[a]=n}return r}needsTransform(e){if(e.isBlobSchema()||e.isTimestampSchema()||e.isBigIntegerSchema()||e.isBigDecimalSchema()||e.isNumericSchema())return true;if(e.isDocumentSchema()||e.isStructSchema()||e.isListSchema()||e.isMapSchema())return true;if(e.isStringSchema()&&e.getMergedTraits().mediaType)return true;return false}};var se=class JsonBytesStringAdapter extends Uint8Array{string=null;static allocUnsafe(e){if(typeof Buffer===`function`){const t=Buffer.allocUnsafe(e);return new JsonBytesStringAdapter(t.buffer,t.byteOffset,t.byteLength)}return new JsonBytesStringAdapter(e)}toString(){return this.s()}valueOf(){return this.s()}includes(e,t){if(typeof e===`string`)return this.s().includes(e,t);return Uint8Array.prototype.includes.call(this,e,t)}indexOf(e,t){if(typeof e===`string`)return this.s().indexOf(e,t);return Uint8Array.prototype.indexOf.call(this,e,t)}lastIndexOf(e,t){if(typeof e===`string`)return this.s().lastIndexOf(e,t);const n=Uint8Array.prototype.lastIndexOf;if(t!==void 0)return n.call(this,e,t);return n.call(this,e)}startsWith(e,t){return this.s().startsWith(e,t)}endsWith(e,t){return this.s().endsWith(e,t)}match(e){return this.s().match(e)}replace(e,t){return this.s().replace(e,t)}search(e){return this.s().search(e)}split(e,t){return this.s().split(e,t)}substring(e,t){return this.s().substring(e,t)}trim(){return this.s().trim()}trimStart(){return this.s().trimStart()}trimEnd(){return this.s().trimEnd()}charAt(e){return this.s().charAt(e)}charCodeAt(e){return this.s().charCodeAt(e)}padStart(e,t){return this.s().padStart(e,t)}padEnd(e,t){return this.s().padEnd(e,t)}repeat(e){return this.s().repeat(e)}toUpperCase(){return this.s().toUpperCase()}toLowerCase(){return this.s().toLowerCase()}s(){if(this.string==null){const t=Date.now();if(t>L+6e4){console.warn(`@aws-sdk/core/protocols - WARN - JsonCodec2: you have called a string method on a Uint8Array request body. It has been automatically converted to string. In a future version this will throw an error.`);L=t}this.string=(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.$t)(this)}return this.string}};var L=0;const R=new TextEncoder;const z=123;const B=125;const V=91;const H=93;const U=34;const W=58;const G=44;const K=92;const ce=new Uint8Array([116,114,117,101]);const le=new Uint8Array([102,97,108,115,101]);const ue=new Uint8Array([110,117,108,108]);const q=new Array(128).fill(null);q[8]=`b`;q[9]=`t`;q[10]=`n`;q[12]=`f`;q[13]=`r`;q[34]=`"`;q[92]=`\\`;for(let e=0;e<32;e++)if(q[e]===null)q[e]=`u00`+e.toString(16).padStart(2,`0`);const J=2048;function alloc(e){return se.allocUnsafe(e)}var Y=class JsonShapeSerializer2 extends SerdeContextConfig{settings;json;i=0;rootSchema;rawValue;passthrough=false;constructor(e){super();this.settings=e;this.json=alloc(J)}write(e,t){this.i=0;this.rawValue=t;this.rootSchema=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(e);this.passthrough=this.rootSchema.isBlobSchema()||this.rootSchema.isStringSchema();if(!this.passthrough)this.writeValue(this.rootSchema,t,void 0)}writeDiscriminatedDocument(e,t){this.i=0;this.rootSchema=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(e);const n=this.rootSchema;if(n.isStructSchema()&&t!=null&&typeof t===`object`){this.writeValue(n,t,void 0);const e=`"__type":"${n.getName(true)??`Unknown`}",`;const r=e.length;this.ensure(r);this.json.copyWithin(1+r,1,this.i);R.encodeInto(e,this.json.subarray(1));this.i+=r}else this.writeValue(n,t,void 0)}flush(){this.rootSchema=void 0;const e=this.i;this.i=0;const t=this.rawValue;this.rawValue=void 0;if(e===0)return t;const n=this.json.subarray(0,e);this.json=alloc(J);return n}ensure(e){const{i:t,json:n}=this;if(t+e>n.length){let r=n.length*2;while(r<t+e)r*=2;const i=alloc(r);i.set(this.json);this.json=i}}writeAscii(e){const t=e.length;this.ensure(t);let{i:n,json:r}=this;for(let i=0;i<t;++i){r[n]=e.charCodeAt(i);n+=1}this.i=n}writeAsciiQuoted(e){const t=e.length;this.ensure(t+4);let{json:n,i:r}=this;n[r++]=U;for(let i=0;i<t;++i)n[r++]=e.charCodeAt(i);n[r++]=U;this.i=r}writeJsonString(e){const t=e.length;this.ensure(t*3+2);this.json[this.i++]=U;for(let n=0;n<t;++n){const r=e.charCodeAt(n);if(r>34&&r<92)this.json[this.i++]=r;else if(r<128){const e=q[r];if(e!==null){this.ensure(e.length+1+(t-n-1)*3+1);this.json[this.i++]=K;for(let t=0;t<e.length;t++)this.json[this.i++]=e.charCodeAt(t)}else this.json[this.i++]=r}else if(r>=55296&&r<=56319){const i=n+1<t?e.charCodeAt(n+1):0;if(i>=56320&&i<=57343){this.ensure(4);const{written:t}=R.encodeInto(e.substring(n,n+2),this.json.subarray(this.i));this.i+=t;++n}else{this.ensure(6+(t-n-1)*3+1);this.writeUnicodeEscape(r)}}else if(r>=56320&&r<=57343){this.ensure(6+(t-n-1)*3+1);this.writeUnicodeEscape(r)}else{let{i:e,json:t}=this;if(r<2048){t[e++]=192|r>>6;t[e++]=128|r&63}else{t[e++]=224|r>>12;t[e++]=128|r>>6&63;t[e++]=128|r&63}this.i=e}}this.json[this.i++]=U}writeUnicodeEscape(e){let{json:t,i:n}=this;t[n++]=K;t[n++]=117;const r=e.toString(16).padStart(4,`0`);for(let e=0;e<4;++e)t[n++]=r.charCodeAt(e);this.i=n}static B64=(()=>{const e=`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/`;const t=new Uint8Array(64);for(let n=0;n<64;++n)t[n]=e.charCodeAt(n);return t})();writeBase64(e){const t=Math.ceil(e.length/3)*4;this.ensure(t+2);const n=this.json;const r=JsonShapeSerializer2.B64;let i=this.i;n[i++]=U;const a=e.length;const o=a%3;const s=a-o;for(let t=0;t<s;t+=3){const a=e[t];const o=e[t+1];const s=e[t+2];n[i++]=r[a>>2];n[i++]=r[(a&3)<<4|o>>4];n[i++]=r[(o&15)<<2|s>>6];n[i++]=r[s&63]}if(o===2){const t=e[s];const a=e[s+1];n[i++]=r[t>>2];n[i++]=r[(t&3)<<4|a>>4];n[i++]=r[(a&15)<<2];n[i++]=61}else if(o===1){const t=e[s];n[i++]=r[t>>2];n[i++]=r[(t&3)<<4];n[i++]=61;n[i++]=61}n[i++]=U;this.i=i}writeValue(e,t,n){if(t==null){if(n?.isStructSchema()){if(t===void 0){if(_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(e).isIdempotencyToken()){this.writeAsciiQuoted((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.J)());return}}return}this.ensure(4);this.json.set(ue,this.i);this.i+=4;return}const r=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(e);const i=typeof t===`object`;if(r.isStringSchema()){const e=r.getMergedTraits().mediaType;if(e){if(e===`application/json`||e.endsWith(`+json`)){this.writeJsonString(_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Vt.from(t).toString());return}}}if(this.settings.bigNumberAsString&&t!=null&&(r.isBigIntegerSchema()||r.isBigDecimalSchema())){const e=t instanceof _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt?t.string:String(t);this.writeAsciiQuoted(e);return}if(i){if(r.isStructSchema()){this.writeStruct(r,t);return}if(Array.isArray(t)&&(r.isListSchema()||r.isDocumentSchema())){this.writeList(r,t,r.isDocumentSchema());return}if(r.isMapSchema()){this.writeMap(r,t,false);return}if(t instanceof Uint8Array&&(r.isBlobSchema()||r.isDocumentSchema())){this.writeBase64(t);return}if(t instanceof Date&&(r.isTimestampSchema()||r.isDocumentSchema())){this.writeTimestamp(r,t);return}if(t instanceof _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Lt){this.writeAscii(t.string);return}if(r.isDocumentSchema()){if(Array.isArray(t))this.writeList(r,t,true);else this.writeMap(r,t,true);return}const e=JSON.stringify(t);this.writeAscii(e);return}if(typeof t===`string`){if(r.isBlobSchema()){const e=(this.serdeContext?.base64Encoder??_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.en)(t);this.writeAsciiQuoted(e);return}this.writeJsonString(t);return}if(typeof t===`number`){if(Math.abs(t)===Infinity||Number.isNaN(t)){this.writeAsciiQuoted(String(t));return}const e=String(t);this.writeAscii(e);return}if(typeof t===`boolean`){this.ensure(5);let{i:e,json:n}=this;if(t){n.set(ce,e);e+=4}else{n.set(le,e);e+=5}this.i=e;return}if(typeof t===`bigint`){this.writeAscii(t.toString());return}this.writeAscii(String(t))}writeStruct(e,t){this.ensure(2);this.json[this.i++]=z;let n=false;const r=typeof t.__type===`string`;let i;if(r)i=new Set;for(const[r,a]of e.structIterator()){const o=t[r];if(o==null&&!a.isIdempotencyToken())continue;if(n){this.ensure(1);this.json[this.i++]=G}n=true;const s=this.settings.jsonName?a.getMergedTraits().jsonName??r:r;if(i){i.add(r);i.add(s)}this.writeAsciiQuoted(s);this.json[this.i++]=W;this.writeValue(a,o,e)}if(!n&&e.isUnionSchema()){const{$unknown:n}=t;if(Array.isArray(n)){const[t,r]=n;this.writeAsciiQuoted(t);this.ensure(1);this.json[this.i++]=W;this.writeValue(15,r,e)}}else if(r)for(const e in t){if(i.has(e))continue;i.add(e);const r=t[e];if(n){this.ensure(1);this.json[this.i++]=G}n=true;this.writeAsciiQuoted(e);this.ensure(1);this.json[this.i++]=W;this.writeValue(15,r,void 0)}this.ensure(1);this.json[this.i++]=B}writeList(e,t,n){const r=!!e.getMergedTraits().sparse;const i=e.getValueSchema();if(!n){if(i.isStringSchema()||i.isNumericSchema()||i.isBooleanSchema()){let e=false;for(let n=0;n<t.length;++n){const i=t[n];if(Number.isNaN(i)||i===Infinity||i===-Infinity||i==null&&!r){e=true;break}}let n;if(!e)n=JSON.stringify(t);else{const e=[];for(let n=0;n<t.length;++n){const i=t[n];if(i==null&&!r)continue;if(Number.isNaN(i)||i===Infinity||i===-Infinity)e.push(String(i));else e.push(i)}n=JSON.stringify(e)}this.ensure(n.length*3);this.i+=R.encodeInto(n,this.json.subarray(this.i)).written;return}}this.ensure(2);this.json[this.i++]=V;let a=false;for(let e=0;e<t.length;++e){const o=t[e];if(n?o===void 0:o==null&&!r)continue;if(a){this.ensure(1);this.json[this.i++]=G}this.writeValue(i,o,void 0);a=true}this.ensure(1);this.json[this.i++]=H}writeMap(e,t,n){const r=!!e.getMergedTraits().sparse;const i=e.getValueSchema();if(!n){if(i.isStringSchema()||i.isNumericSchema()||i.isBooleanSchema()){let e;for(const n in t){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(t,n))continue;const i=t[n];if(Number.isNaN(i)||i===Infinity||i===-Infinity){(e??={})[n]=i;t[n]=String(i)}else if(i===null&&!r){(e??={})[n]=null;t[n]=void 0}}const n=JSON.stringify(t);if(e)Object.assign(t,e);this.ensure(n.length*3);this.i+=R.encodeInto(n,this.json.subarray(this.i)).written;return}}this.ensure(2);this.json[this.i++]=z;let a=true;for(const e in t){if(!(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(t,e))continue;const o=t[e];if(n?o===void 0:o==null&&!r)continue;if(!a){this.ensure(1);this.json[this.i++]=G}a=false;this.writeJsonString(e);this.ensure(1);this.json[this.i++]=W;this.writeValue(i,o,void 0)}this.ensure(1);this.json[this.i++]=B}writeTimestamp(e,t){switch((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.B)(e,this.settings)){case 5:{const e=t.toISOString().replace(`.000Z`,`Z`);this.writeAsciiQuoted(e);return}case 6:this.writeAsciiQuoted((0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Ht)(t));return;case 7:{const e=String(t.getTime()/1e3);this.writeAscii(e);return}default:{const e=String(t.getTime()/1e3);this.writeAscii(e);return}}}};var JsonCodec2=class extends SerdeContextConfig{settings;constructor(e){super();this.settings=e}createSerializer(){const e=new Y(this.settings);e.setSerdeContext(this.serdeContext);return e}createDeserializer(){const e=new JsonShapeDeserializer2(this.settings);e.setSerdeContext(this.serdeContext);return e}};var NoAuthSigner=class{async sign(e,t,n){return e}};var AwsSdkSigV4ASigner=class extends _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.m{async sign(e,t,n){if(!_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Yt.isInstance(e))throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");const{config:r,signer:i,signingRegion:a,signingRegionSet:o,signingName:s}=await (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.h)(n);const c=(await r.sigv4aSigningRegionSet?.()??o??[a]).join(`,`);const l=await r.disableClockSkewCorrection?.()===true;n._disableClockSkewCorrection=l;if(!l){n._preRequestSystemClockOffset=r.systemClockOffset;n._requestSentAt=Date.now()}return await i.sign(e,{signingDate:l?new Date:(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.g)(r.systemClockOffset),signingRegion:c,signingService:s})}};const resolveAwsSdkSigV4AConfig=e=>{e.sigv4aSigningRegionSet=(0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.A)(e.sigv4aSigningRegionSet);return e};const de={environmentVariableSelector(e){if(e.AWS_SIGV4A_SIGNING_REGION_SET)return e.AWS_SIGV4A_SIGNING_REGION_SET.split(`,`).map(e=>e.trim());throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Nt(`AWS_SIGV4A_SIGNING_REGION_SET not set in env.`,{tryNextLink:true})},configFileSelector(e){if(e.sigv4a_signing_region_set)return(e.sigv4a_signing_region_set??``).split(`,`).map(e=>e.trim());throw new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Nt(`sigv4a_signing_region_set not set in profile.`,{tryNextLink:true})},default:void 0};const X={SignatureV4a:null};var AwsRestJsonProtocol=class extends HttpBindingProtocol{serializer;deserializer;codec;mixin=new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.s;constructor({defaultNamespace:e,errorTypeRegistries:t,jsonCodec:n}){super({defaultNamespace:e,errorTypeRegistries:t});const r={timestampFormat:{useTrait:true,default:7},httpBindings:true,jsonName:true};this.codec=n??new JsonCodec2(r);this.serializer=new HttpInterceptingShapeSerializer(this.codec.createSerializer(),r);this.deserializer=new HttpInterceptingShapeDeserializer(this.codec.createDeserializer(),r)}getShapeId(){return`aws.protocols#restJson1`}getPayloadCodec(){return this.codec}setSerdeContext(e){this.codec.setSerdeContext(e);super.setSerdeContext(e)}async serializeRequest(e,t,n){const r=await super.serializeRequest(e,t,n);const i=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(e.input);if(!r.headers[`content-type`]){const e=this.mixin.resolveRestContentType(this.getDefaultContentType(),i);if(e)r.headers[`content-type`]=e}if(r.body==null&&r.headers[`content-type`]===this.getDefaultContentType())r.body=`{}`;return r}async deserializeResponse(e,t,n){const r=await super.deserializeResponse(e,t,n);const i=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(e.output);for(const[e,t]of i.structIterator())if(t.getMemberTraits().httpPayload&&!(e in r))r[e]=null;return r}async handleError(e,t,n,r,i){const a=loadRestJsonErrorCode(n,r)??`Unknown`;this.mixin.compose(this.compositeErrorRegistry,a,this.options.defaultNamespace);const{errorSchema:o,errorMetadata:s}=await this.mixin.getErrorSchemaOrThrowBaseException(a,this.options.defaultNamespace,n,r,i);const c=_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.vt.of(o);const l=r.message??r.Message??`UnknownError`;const u=new((this.compositeErrorRegistry.getErrorCtor(o))??Error)({});await this.deserializeHttpMessage(o,t,n,r);const d={};const f=this.codec.createDeserializer();for(const[e,t]of c.structIterator()){const n=t.getMergedTraits().jsonName??e;d[e]=f.readObject(t,r[n])}throw this.mixin.decorateServiceException(Object.assign(u,s,{$fault:c.getMergedTraits().error,message:l},d),r)}getDefaultContentType(){return`application/json`}};var fe=`3.998.3`;const Z={CrtSignerV4:null};const Q=`X-Amz-S3session-Token`;const $=Q.toLowerCase();var SignatureV4SignWithCredentials=class extends _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.f{async signWithCredentials(e,t,n){const r=getCredentialsWithoutSessionToken(t);e.headers[$]=t.sessionToken;const i=this;setSingleOverride(i,r);return i.signRequest(e,n??{})}async presignWithCredentials(e,t,n){const r=getCredentialsWithoutSessionToken(t);delete e.headers[$];e.headers[Q]=t.sessionToken;e.query=e.query??{};e.query[Q]=t.sessionToken;setSingleOverride(this,r);return this.presign(e,n)}};function getCredentialsWithoutSessionToken(e){return{accessKeyId:e.accessKeyId,secretAccessKey:e.secretAccessKey,expiration:e.expiration}}function setSingleOverride(e,t){const n=e.credentialProvider;e.credentialProvider=()=>{e.credentialProvider=n;return Promise.resolve(t)}}var SignatureV4MultiRegion=class{sigv4aSigner;sigv4Signer;signerOptions;static sigv4aDependency(){if(typeof Z.CrtSignerV4===`function`)return`crt`;else if(typeof X.SignatureV4a===`function`)return`js`;return`none`}constructor(e){this.sigv4Signer=new SignatureV4SignWithCredentials(e);this.signerOptions=e}async sign(e,t={}){if(t.signingRegion===`*`)return this.getSigv4aSigner().sign(e,t);return this.sigv4Signer.sign(e,t)}async signWithCredentials(e,t,n={}){if(n.signingRegion===`*`){const r=this.getSigv4aSigner();const i=Z.CrtSignerV4;if(i&&r instanceof i)return r.signWithCredentials(e,t,n);else throw new Error(`signWithCredentials with signingRegion '*' is only supported when using the CRT dependency @aws-sdk/signature-v4-crt. Please check whether you have installed the "@aws-sdk/signature-v4-crt" package explicitly. You must also register the package by calling [require("@aws-sdk/signature-v4-crt");] or an ESM equivalent such as [import "@aws-sdk/signature-v4-crt";]. For more information please go to https://github.com/aws/aws-sdk-js-v3#functionality-requiring-aws-common-runtime-crt`)}return this.sigv4Signer.signWithCredentials(e,t,n)}async presign(e,t={}){if(t.signingRegion===`*`){const n=this.getSigv4aSigner();const r=Z.CrtSignerV4;if(r&&n instanceof r)return n.presign(e,t);else throw new Error(`presign with signingRegion '*' is only supported when using the CRT dependency @aws-sdk/signature-v4-crt. Please check whether you have installed the "@aws-sdk/signature-v4-crt" package explicitly. You must also register the package by calling [require("@aws-sdk/signature-v4-crt");] or an ESM equivalent such as [import "@aws-sdk/signature-v4-crt";]. For more information please go to https://github.com/aws/aws-sdk-js-v3#functionality-requiring-aws-common-runtime-crt`)}return this.sigv4Signer.presign(e,t)}async presignWithCredentials(e,t,n={}){if(n.signingRegion===`*`)throw new Error(`Method presignWithCredentials is not supported for [signingRegion=*].`);return this.sigv4Signer.presignWithCredentials(e,t,n)}getSigv4aSigner(){if(!this.sigv4aSigner){const e=Z.CrtSignerV4;const t=X.SignatureV4a;if(this.signerOptions.runtime===`node`){if(!e&&!t)throw new Error(`Neither CRT nor JS SigV4a implementation is available. Please load either @aws-sdk/signature-v4-crt or @aws-sdk/signature-v4a. For more information please go to https://github.com/aws/aws-sdk-js-v3#functionality-requiring-aws-common-runtime-crt`);if(e&&typeof e===`function`)this.sigv4aSigner=new e({...this.signerOptions,signingAlgorithm:1});else if(t&&typeof t===`function`)this.sigv4aSigner=new t({...this.signerOptions});else throw new Error(`Available SigV4a implementation is not a valid constructor. Please ensure you've properly imported @aws-sdk/signature-v4-crt or @aws-sdk/signature-v4a.For more information please go to https://github.com/aws/aws-sdk-js-v3#functionality-requiring-aws-common-runtime-crt`)}else{if(!t||typeof t!==`function`)throw new Error(`JS SigV4a implementation is not available or not a valid constructor. Please check whether you have installed the @aws-sdk/signature-v4a package explicitly. The CRT implementation is not available for browsers. You must also register the package by calling [require('@aws-sdk/signature-v4a');] or an ESM equivalent such as [import '@aws-sdk/signature-v4a';]. For more information please go to https://github.com/aws/aws-sdk-js-v3#using-javascript-non-crt-implementation-of-sigv4a`);this.sigv4aSigner=new t({...this.signerOptions})}}return this.sigv4aSigner}};

/***/ }),

/***/ 816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ Lt),
  $t: () => (/* binding */ toUtf8$1),
  A: () => (/* binding */ normalizeProvider),
  At: () => (/* binding */ getHomeDir),
  B: () => (/* binding */ determineTimestampFormat),
  Bt: () => (/* binding */ quoteHeader),
  C: () => (/* binding */ An),
  Ct: () => (/* binding */ loadConfig),
  D: () => (/* binding */ Cn),
  Dt: () => (/* binding */ parseIni),
  E: () => (/* binding */ resolveRetryConfig),
  Et: () => (/* binding */ readFile$1),
  F: () => (/* binding */ getHostHeaderPlugin),
  Ft: () => (/* binding */ fromHex),
  G: () => (/* binding */ getHttpOperationBindings),
  Gt: () => (/* binding */ parseRfc3339DateTimeWithOffset),
  H: () => (/* binding */ HttpProtocol),
  Ht: () => (/* binding */ dateToUtcString),
  I: () => (/* binding */ resolveHostHeaderConfig),
  It: () => (/* binding */ toHex),
  J: () => (/* binding */ Wt),
  Jt: () => (/* binding */ normalizeProvider$1),
  K: () => (/* binding */ extendedEncodeURIComponent),
  Kt: () => (/* binding */ parseRfc7231DateTime),
  L: () => (/* binding */ getContentLengthPlugin),
  Lt: () => (/* binding */ Ne),
  M: () => (/* binding */ getHttpAuthSchemeEndpointRuleSetPlugin),
  Mt: () => (/* binding */ M),
  N: () => (/* binding */ getRecursionDetectionPlugin),
  Nt: () => (/* binding */ Ie),
  O: () => (/* binding */ resolveUserAgentConfig),
  Ot: () => (/* binding */ getConfigFilepath),
  P: () => (/* binding */ getLoggerPlugin),
  Pt: () => (/* binding */ calculateBodyLength),
  Q: () => (/* binding */ Rt),
  Qt: () => (/* binding */ k),
  R: () => (/* binding */ getHttpHandlerExtensionConfiguration),
  Rt: () => (/* binding */ splitHeader),
  S: () => (/* binding */ getUserAgentPlugin),
  St: () => (/* binding */ We),
  T: () => (/* binding */ kn),
  Tt: () => (/* binding */ Ve),
  U: () => (/* binding */ SerdeContext),
  Ut: () => (/* binding */ parseEpochTimestamp),
  V: () => (/* binding */ FromStringShapeDeserializer),
  Vt: () => (/* binding */ j),
  W: () => (/* binding */ R),
  Wt: () => (/* binding */ parseRfc3339DateTime),
  X: () => (/* binding */ sdkStreamMixin),
  Xt: () => (/* binding */ hasOwn),
  Y: () => (/* binding */ writeKey$2),
  Yt: () => (/* binding */ A),
  Z: () => (/* binding */ streamCollector),
  Zt: () => (/* binding */ getSmithyContext),
  _: () => (/* binding */ getAwsRegionExtensionConfiguration),
  _n: () => (/* binding */ ie),
  _t: () => (/* binding */ I),
  a: () => (/* binding */ Ur),
  an: () => (/* binding */ emitWarningIfUnsupportedVersion$1),
  at: () => (/* binding */ resolveDefaultsModeConfig),
  b: () => (/* binding */ Vn),
  bt: () => (/* binding */ Client),
  c: () => (/* binding */ Ir),
  cn: () => (/* binding */ error),
  ct: () => (/* binding */ mt),
  d: () => (/* binding */ yr),
  dn: () => (/* binding */ notice),
  dt: () => (/* binding */ getDefaultExtensionConfiguration),
  en: () => (/* binding */ toBase64$1),
  et: () => (/* binding */ decideEndpoint),
  f: () => (/* binding */ SignatureV4),
  fn: () => (/* binding */ setFailed),
  ft: () => (/* binding */ resolveDefaultRuntimeConfig),
  g: () => (/* binding */ getSkewCorrectedDate),
  gn: () => (/* binding */ warning),
  gt: () => (/* binding */ Command),
  h: () => (/* binding */ validateSigningProperties),
  hn: () => (/* binding */ startGroup),
  ht: () => (/* binding */ rt),
  i: () => (/* binding */ EC2Client),
  "in": () => (/* binding */ setCredentialFeature),
  it: () => (/* binding */ resolveParams),
  j: () => (/* binding */ getHttpSigningPlugin),
  jt: () => (/* binding */ chain),
  k: () => (/* binding */ DefaultIdentityProviderConfig),
  kt: () => (/* binding */ getProfileName),
  l: () => (/* binding */ defaultProvider),
  ln: () => (/* binding */ getInput),
  lt: () => (/* binding */ makeBuilder),
  m: () => (/* binding */ AwsSdkSigV4Signer),
  mn: () => (/* binding */ setSecret),
  mt: () => (/* binding */ loadConfigsForDefaultMode),
  n: () => (/* binding */ DescribeByoipCidrsCommand),
  nn: () => (/* binding */ fromBase64),
  nt: () => (/* binding */ EndpointCache),
  o: () => (/* binding */ AwsQueryProtocol),
  on: () => (/* binding */ debug),
  ot: () => (/* binding */ resolveRegionConfig),
  p: () => (/* binding */ qn),
  pn: () => (/* binding */ setOutput),
  pt: () => (/* binding */ emitWarningIfUnsupportedVersion),
  q: () => (/* binding */ collectBody),
  qt: () => (/* binding */ parseUrl),
  r: () => (/* binding */ AssociateIpamByoasnCommand),
  rn: () => (/* binding */ getDefaultSocketTimeout),
  rt: () => (/* binding */ kt),
  s: () => (/* binding */ ProtocolLib),
  sn: () => (/* binding */ endGroup),
  st: () => (/* binding */ ht),
  t: () => (/* binding */ DescribeIpamByoasnCommand),
  tn: () => (/* binding */ fromUtf8$1),
  tt: () => (/* binding */ L),
  u: () => (/* binding */ Or),
  un: () => (/* binding */ info),
  ut: () => (/* binding */ NoOpLogger),
  v: () => (/* binding */ resolveAwsRegionExtensionConfiguration),
  vt: () => (/* binding */ F),
  w: () => (/* binding */ En),
  wt: () => (/* binding */ loadSharedConfigFiles),
  x: () => (/* binding */ createDefaultUserAgentProvider),
  xt: () => (/* binding */ qe),
  y: () => (/* binding */ Wn),
  yt: () => (/* binding */ getSchemaSerdePlugin),
  z: () => (/* binding */ resolveHttpHandlerRuntimeConfig),
  zt: () => (/* binding */ splitEvery)
});

// EXTERNAL MODULE: ./rolldown-runtime.js + 1 modules
var rolldown_runtime = __nccwpck_require__(846);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(75);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: ./dependencies.js
function toCommandValue(e){if(e===null||e===void 0)return``;else if(typeof e===`string`||e instanceof String)return e;return JSON.stringify(e)}function toCommandProperties(e){if(!Object.keys(e).length)return{};return{title:e.title,file:e.file,line:e.startLine,endLine:e.endLine,col:e.startColumn,endColumn:e.endColumn}}function issueCommand(e,t,n){const r=new Command$1(e,t,n);process.stdout.write(r.toString()+external_os_.EOL)}function issue(e,t=``){issueCommand(e,{},t)}const C=`::`;var Command$1=class{constructor(e,t,n){if(!e)e=`missing.command`;this.command=e;this.properties=t;this.message=n}toString(){let e=C+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=` `;let t=true;for(const n in this.properties)if(this.properties.hasOwnProperty(n)){const r=this.properties[n];if(r){if(t)t=false;else e+=`,`;e+=`${n}=${escapeProperty(r)}`}}}e+=`${C}${escapeData(this.message)}`;return e}};function escapeData(e){return toCommandValue(e).replace(/%/g,`%25`).replace(/\r/g,`%0D`).replace(/\n/g,`%0A`)}function escapeProperty(e){return toCommandValue(e).replace(/%/g,`%25`).replace(/\r/g,`%0D`).replace(/\n/g,`%0A`).replace(/:/g,`%3A`).replace(/,/g,`%2C`)}function issueFileCommand(e,t){const n=process.env[`GITHUB_${e}`];if(!n)throw new Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_.existsSync(n))throw new Error(`Missing file at path: ${n}`);external_fs_.appendFileSync(n,`${toCommandValue(t)}${external_os_.EOL}`,{encoding:`utf8`})}function prepareKeyValueMessage(e,t){const n=`ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;const r=toCommandValue(t);if(e.includes(n))throw new Error(`Unexpected input: name should not contain the delimiter "${n}"`);if(r.includes(n))throw new Error(`Unexpected input: value should not contain the delimiter "${n}"`);return`${e}<<${n}${external_os_.EOL}${r}${external_os_.EOL}${n}`}var __awaiter$1=function(e,t,n,r){function adopt(e){return e instanceof n?e:new n(function(t){t(e)})}return new(n||(n=Promise))(function(n,i){function fulfilled(e){try{step(r.next(e))}catch(e){i(e)}}function rejected(e){try{step(r[`throw`](e))}catch(e){i(e)}}function step(e){e.done?n(e.value):adopt(e.value).then(fulfilled,rejected)}step((r=r.apply(e,t||[])).next())})};const{access:w,appendFile:te,writeFile:ne}=external_fs_.promises;const re=`GITHUB_STEP_SUMMARY`;var Summary=class{constructor(){this._buffer=``}filePath(){return __awaiter$1(this,void 0,void 0,function*(){if(this._filePath)return this._filePath;const e=process.env[re];if(!e)throw new Error(`Unable to find environment variable for $${re}. Check if your runtime environment supports job summaries.`);try{yield w(e,external_fs_.constants.R_OK|external_fs_.constants.W_OK)}catch(t){throw new Error(`Unable to access summary file: '${e}'. Check if the file has correct read/write permissions.`)}this._filePath=e;return this._filePath})}wrap(e,t,n={}){const r=Object.entries(n).map(([e,t])=>` ${e}="${t}"`).join(``);if(!t)return`<${e}${r}>`;return`<${e}${r}>${t}</${e}>`}write(e){return __awaiter$1(this,void 0,void 0,function*(){const t=!!(e===null||e===void 0?void 0:e.overwrite);const n=yield this.filePath();yield(t?ne:te)(n,this._buffer,{encoding:`utf8`});return this.emptyBuffer()})}clear(){return __awaiter$1(this,void 0,void 0,function*(){return this.emptyBuffer().write({overwrite:true})})}stringify(){return this._buffer}isEmptyBuffer(){return this._buffer.length===0}emptyBuffer(){this._buffer=``;return this}addRaw(e,t=false){this._buffer+=e;return t?this.addEOL():this}addEOL(){return this.addRaw(external_os_.EOL)}addCodeBlock(e,t){const n=Object.assign({},t&&{lang:t});const r=this.wrap(`pre`,this.wrap(`code`,e),n);return this.addRaw(r).addEOL()}addList(e,t=false){const n=t?`ol`:`ul`;const r=e.map(e=>this.wrap(`li`,e)).join(``);const i=this.wrap(n,r);return this.addRaw(i).addEOL()}addTable(e){const t=e.map(e=>{const t=e.map(e=>{if(typeof e===`string`)return this.wrap(`td`,e);const{header:t,data:n,colspan:r,rowspan:i}=e;const a=t?`th`:`td`;const o=Object.assign(Object.assign({},r&&{colspan:r}),i&&{rowspan:i});return this.wrap(a,n,o)}).join(``);return this.wrap(`tr`,t)}).join(``);const n=this.wrap(`table`,t);return this.addRaw(n).addEOL()}addDetails(e,t){const n=this.wrap(`details`,this.wrap(`summary`,e)+t);return this.addRaw(n).addEOL()}addImage(e,t,n){const{width:r,height:i}=n||{};const a=Object.assign(Object.assign({},r&&{width:r}),i&&{height:i});const o=this.wrap(`img`,null,Object.assign({src:e,alt:t},a));return this.addRaw(o).addEOL()}addHeading(e,t){const n=`h${t}`;const r=[`h1`,`h2`,`h3`,`h4`,`h5`,`h6`].includes(n)?n:`h1`;const i=this.wrap(r,e);return this.addRaw(i).addEOL()}addSeparator(){const e=this.wrap(`hr`,null);return this.addRaw(e).addEOL()}addBreak(){const e=this.wrap(`br`,null);return this.addRaw(e).addEOL()}addQuote(e,t){const n=Object.assign({},t&&{cite:t});const r=this.wrap(`blockquote`,e,n);return this.addRaw(r).addEOL()}addLink(e,t){const n=this.wrap(`a`,e,{href:t});return this.addRaw(n).addEOL()}};const ie=new Summary;var ae;(function(e){e[e[`Success`]=0]=`Success`;e[e[`Failure`]=1]=`Failure`})(ae||(ae={}));function setSecret(e){issueCommand(`add-mask`,{},e)}function getInput(e,t){const n=process.env[`INPUT_${e.replace(/ /g,`_`).toUpperCase()}`]||``;if(t&&t.required&&!n)throw new Error(`Input required and not supplied: ${e}`);if(t&&t.trimWhitespace===false)return n;return n.trim()}function setOutput(e,t){if(process.env[`GITHUB_OUTPUT`]||``)return issueFileCommand(`OUTPUT`,prepareKeyValueMessage(e,t));process.stdout.write(external_os_.EOL);issueCommand(`set-output`,{name:e},toCommandValue(t))}function setFailed(e){process.exitCode=ae.Failure;error(e)}function debug(e){issueCommand(`debug`,{},e)}function error(e,t={}){issueCommand(`error`,toCommandProperties(t),e instanceof Error?e.toString():e)}function warning(e,t={}){issueCommand(`warning`,toCommandProperties(t),e instanceof Error?e.toString():e)}function notice(e,t={}){issueCommand(`notice`,toCommandProperties(t),e instanceof Error?e.toString():e)}function info(e){process.stdout.write(e+external_os_.EOL)}function startGroup(e){issue(`group`,e)}function endGroup(){issue(`endgroup`)}const oe={warningEmitted:false};const emitWarningIfUnsupportedVersion$1=e=>{if(e&&!oe.warningEmitted){if(process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED===`true`){oe.warningEmitted=true;return}const t=parseInt(e.substring(1,e.indexOf(`.`)));const n=22;if(t<n){oe.warningEmitted=true;process.emitWarning(`NodeVersionSupportWarning: The AWS SDK for JavaScript (v3)
versions published after the first week of January 2027
will require node >=${n}. You are running node ${e}.

To continue receiving updates to AWS services, bug fixes,
and security updates please upgrade to node >=${n}.

More information can be found at: https://a.co/c895JFp`)}}};function setCredentialFeature(e,t,n){if(!e.$source)e.$source={};e.$source[t]=n;return e}function setFeature$1(e,t,n){if(!e.__aws_sdk_context)e.__aws_sdk_context={features:{}};else if(!e.__aws_sdk_context.features)e.__aws_sdk_context.features={};e.__aws_sdk_context.features[t]=n}const isDefaultSocketTimeoutEnabled=()=>typeof process===`object`&&process?.env?.AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026===`true`;const getDefaultSocketTimeout=(e,t)=>{if(!isDefaultSocketTimeoutEnabled())return;if(typeof e?.handle===`function`)return;return t};const isArrayBuffer=e=>typeof ArrayBuffer===`function`&&e instanceof ArrayBuffer||Object.prototype.toString.call(e)===`[object ArrayBuffer]`;const fromArrayBuffer=(e,t=0,n=e.byteLength-t)=>{if(!isArrayBuffer(e))throw new TypeError(`The "input" argument must be ArrayBuffer. Received type ${typeof e} (${e})`);return Buffer.from(e,t,n)};const fromString=(e,t)=>{if(typeof e!==`string`)throw new TypeError(`The "input" argument must be of type string. Received type ${typeof e} (${e})`);return t?Buffer.from(e,t):Buffer.from(e)};const se=/^[A-Za-z0-9+/]*={0,2}$/;const fromBase64=e=>{if(e.length*3%4!==0)throw new TypeError(`Incorrect padding on base64 string.`);if(!se.exec(e))throw new TypeError(`Invalid base64 string.`);const t=fromString(e,`base64`);return new Uint8Array(t.buffer,t.byteOffset,t.byteLength)};const fromUtf8$1=e=>{const t=fromString(e,`utf8`);return new Uint8Array(t.buffer,t.byteOffset,t.byteLength/Uint8Array.BYTES_PER_ELEMENT)};const toBase64$1=e=>{let t;if(typeof e===`string`)t=fromUtf8$1(e);else t=e;if(typeof t!==`object`||typeof t.byteOffset!==`number`||typeof t.byteLength!==`number`)throw new Error(`@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.`);return fromArrayBuffer(t.buffer,t.byteOffset,t.byteLength).toString(`base64`)};function bindUint8ArrayBlobAdapter(e,t,n,r){return class Uint8ArrayBlobAdapter extends Uint8Array{static fromString(e,n=`utf-8`){if(typeof e===`string`){if(n===`base64`)return Uint8ArrayBlobAdapter.mutate(r(e));return Uint8ArrayBlobAdapter.mutate(t(e))}throw new Error(`Unsupported conversion from ${typeof e} to Uint8ArrayBlobAdapter.`)}static mutate(e){Object.setPrototypeOf(e,Uint8ArrayBlobAdapter.prototype);return e}transformToString(t=`utf-8`){if(t===`base64`)return n(this);return e(this)}}}const toUtf8$1=e=>{if(typeof e===`string`)return e;if(typeof e!==`object`||typeof e.byteOffset!==`number`||typeof e.byteLength!==`number`)throw new Error(`@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.`);return fromArrayBuffer(e.buffer,e.byteOffset,e.byteLength).toString(`utf8`)};const T=Array.from({length:256},(e,t)=>t.toString(16).padStart(2,`0`));function bindV4(e){if(typeof crypto!==`undefined`&&typeof crypto.randomUUID===`function`)return()=>crypto.randomUUID();return()=>{const t=new Uint8Array(16);e(t);t[6]=t[6]&15|64;t[8]=t[8]&63|128;return T[t[0]]+T[t[1]]+T[t[2]]+T[t[3]]+`-`+T[t[4]]+T[t[5]]+`-`+T[t[6]]+T[t[7]]+`-`+T[t[8]]+T[t[9]]+`-`+T[t[10]]+T[t[11]]+T[t[12]]+T[t[13]]+T[t[14]]+T[t[15]]}}var E;(function(e){e[`HTTP`]=`http`;e[`HTTPS`]=`https`})(E||(E={}));var D;(function(e){e[`MD5`]=`md5`;e[`CRC32`]=`crc32`;e[`CRC32C`]=`crc32c`;e[`SHA1`]=`sha1`;e[`SHA256`]=`sha256`})(D||(D={}));const O=`__smithy_context`;var k;(function(e){e[`PROFILE`]=`profile`;e[`SSO_SESSION`]=`sso-session`;e[`SERVICES`]=`services`})(k||(k={}));const getSmithyContext=e=>e[`__smithy_context`]||(e[`__smithy_context`]={});function hasOwn(e,t){return Object.prototype.hasOwnProperty.call(e,t)}var A=class HttpRequest{method;protocol;hostname;port;path;query;headers;username;password;fragment;body;constructor(e){this.method=e.method||`GET`;this.hostname=e.hostname||`localhost`;this.port=e.port;this.query=e.query||{};this.headers=e.headers||{};this.body=e.body;this.protocol=e.protocol?e.protocol.slice(-1)!==`:`?`${e.protocol}:`:e.protocol:`https:`;this.path=e.path?e.path.charAt(0)!==`/`?`/${e.path}`:e.path:`/`;this.username=e.username;this.password=e.password;this.fragment=e.fragment}static clone(e){const t=new HttpRequest({...e,headers:{...e.headers}});if(t.query)t.query=cloneQuery(t.query);return t}static isInstance(e){if(!e)return false;const t=e;return`method`in t&&`protocol`in t&&`hostname`in t&&`path`in t&&typeof t[`query`]===`object`&&typeof t[`headers`]===`object`}clone(){return HttpRequest.clone(this)}};function cloneQuery(e){return Object.keys(e).reduce((t,n)=>{const r=e[n];return{...t,[n]:Array.isArray(r)?[...r]:r}},{})}var HttpResponse=class{statusCode;reason;headers;body;constructor(e){this.statusCode=e.statusCode;this.reason=e.reason;this.headers=e.headers||{};this.body=e.body}static isInstance(e){if(!e)return false;const t=e;return typeof t.statusCode===`number`&&typeof t.headers===`object`}};const ce=new RegExp(`^(?!.*-$)(?!-)[a-zA-Z0-9-]{1,63}$`);const isValidHostLabel=(e,t=false)=>{if(!t)return ce.test(e);const n=e.split(`.`);for(const e of n)if(!isValidHostLabel(e))return false;return true};function isValidHostname(e){return/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(e)}const normalizeProvider$1=e=>{if(typeof e===`function`)return e;const t=Promise.resolve(e);return()=>t};function parseQueryString(e){const t={};e=e.replace(/^\?/,``);if(e)for(const n of e.split(`&`)){let[e,r=null]=n.split(`=`);e=decodeURIComponent(e);if(r)r=decodeURIComponent(r);if(!(e in t))t[e]=r;else if(Array.isArray(t[e]))t[e].push(r);else t[e]=[t[e],r]}return t}const parseUrl=e=>{if(typeof e===`string`)return parseUrl(new URL(e));const{hostname:t,pathname:n,port:r,protocol:i,search:a}=e;let o;if(a)o=parseQueryString(a);return{hostname:t,port:r?parseInt(r):void 0,protocol:i,path:n,query:o}};const toEndpointV1=e=>{if(typeof e===`object`){if(`url`in e){const t=parseUrl(e.url);if(e.headers){t.headers={};for(const n in e.headers){if(!hasOwn(e.headers,n))continue;t.headers[n.toLowerCase()]=e.headers[n].join(`, `)}}return t}return e}return parseUrl(e)};const expectNumber=e=>{if(e===null||e===void 0)return;if(typeof e===`string`){const t=parseFloat(e);if(!Number.isNaN(t)){if(String(t)!==String(e))de.warn(stackTraceWarning(`Expected number but observed string: ${e}`));return t}}if(typeof e===`number`)return e;throw new TypeError(`Expected number, got ${typeof e}: ${e}`)};const le=Math.ceil(2**127*(2-2**-23));const expectFloat32=e=>{const t=expectNumber(e);if(t!==void 0&&!Number.isNaN(t)&&t!==Infinity&&t!==-Infinity){if(Math.abs(t)>le)throw new TypeError(`Expected 32-bit float, got ${e}`)}return t};const expectLong=e=>{if(e===null||e===void 0)return;if(Number.isInteger(e)&&!Number.isNaN(e))return e;throw new TypeError(`Expected integer, got ${typeof e}: ${e}`)};const expectShort=e=>expectSizedInt(e,16);const expectByte=e=>expectSizedInt(e,8);const expectSizedInt=(e,t)=>{const n=expectLong(e);if(n!==void 0&&castInt(n,t)!==n)throw new TypeError(`Expected ${t}-bit integer, got ${e}`);return n};const castInt=(e,t)=>{switch(t){case 32:return Int32Array.of(e)[0];case 16:return Int16Array.of(e)[0];case 8:return Int8Array.of(e)[0]}};const strictParseDouble=e=>{if(typeof e==`string`)return expectNumber(parseNumber(e));return expectNumber(e)};const strictParseFloat32=e=>{if(typeof e==`string`)return expectFloat32(parseNumber(e));return expectFloat32(e)};const ue=/(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(-?Infinity)|(NaN)/g;const parseNumber=e=>{const t=e.match(ue);if(t===null||t[0].length!==e.length)throw new TypeError(`Expected real number, got implicit NaN`);return parseFloat(e)};const strictParseShort=e=>{if(typeof e===`string`)return expectShort(parseNumber(e));return expectShort(e)};const strictParseByte=e=>{if(typeof e===`string`)return expectByte(parseNumber(e));return expectByte(e)};const stackTraceWarning=e=>{return String(new TypeError(e).stack||e).split(`
`).slice(0,5).filter(e=>!e.includes(`stackTraceWarning`)).join(`
`)};const de={warn:console.warn};const fe=[`Sun`,`Mon`,`Tue`,`Wed`,`Thu`,`Fri`,`Sat`];const pe=[`Jan`,`Feb`,`Mar`,`Apr`,`May`,`Jun`,`Jul`,`Aug`,`Sep`,`Oct`,`Nov`,`Dec`];function dateToUtcString(e){const t=e.getUTCFullYear();const n=e.getUTCMonth();const r=e.getUTCDay();const i=e.getUTCDate();const a=e.getUTCHours();const o=e.getUTCMinutes();const s=e.getUTCSeconds();const c=i<10?`0${i}`:`${i}`;const l=a<10?`0${a}`:`${a}`;const u=o<10?`0${o}`:`${o}`;const d=s<10?`0${s}`:`${s}`;return`${fe[r]}, ${c} ${pe[n]} ${t} ${l}:${u}:${d} GMT`}const me=new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?[zZ]$/);const parseRfc3339DateTime=e=>{if(e===null||e===void 0)return;if(typeof e!==`string`)throw new TypeError(`RFC-3339 date-times must be expressed as strings`);const t=me.exec(e);if(!t)throw new TypeError(`Invalid RFC-3339 date-time value`);const[n,r,i,a,o,s,c,l]=t;const u=strictParseShort(stripLeadingZeroes(r));const d=parseDateValue(i,`month`,1,12);const f=parseDateValue(a,`day`,1,31);return buildDate(u,d,f,{hours:o,minutes:s,seconds:c,fractionalMilliseconds:l})};const he=new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(([-+]\d{2}:\d{2})|[zZ])$/);const parseRfc3339DateTimeWithOffset=e=>{if(e===null||e===void 0)return;if(typeof e!==`string`)throw new TypeError(`RFC-3339 date-times must be expressed as strings`);const t=he.exec(e);if(!t)throw new TypeError(`Invalid RFC-3339 date-time value`);const[n,r,i,a,o,s,c,l,u]=t;const d=strictParseShort(stripLeadingZeroes(r));const f=parseDateValue(i,`month`,1,12);const p=parseDateValue(a,`day`,1,31);const m=buildDate(d,f,p,{hours:o,minutes:s,seconds:c,fractionalMilliseconds:l});if(u.toUpperCase()!=`Z`)m.setTime(m.getTime()-parseOffsetToMilliseconds(u));return m};const ge=new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/);const _e=new RegExp(/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\d{2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/);const ve=new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ( [1-9]|\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? (\d{4})$/);const parseRfc7231DateTime=e=>{if(e===null||e===void 0)return;if(typeof e!==`string`)throw new TypeError(`RFC-7231 date-times must be expressed as strings`);let t=ge.exec(e);if(t){const[e,n,r,i,a,o,s,c]=t;return buildDate(strictParseShort(stripLeadingZeroes(i)),parseMonthByShortName(r),parseDateValue(n,`day`,1,31),{hours:a,minutes:o,seconds:s,fractionalMilliseconds:c})}t=_e.exec(e);if(t){const[e,n,r,i,a,o,s,c]=t;return adjustRfc850Year(buildDate(parseTwoDigitYear(i),parseMonthByShortName(r),parseDateValue(n,`day`,1,31),{hours:a,minutes:o,seconds:s,fractionalMilliseconds:c}))}t=ve.exec(e);if(t){const[e,n,r,i,a,o,s,c]=t;return buildDate(strictParseShort(stripLeadingZeroes(c)),parseMonthByShortName(n),parseDateValue(r.trimLeft(),`day`,1,31),{hours:i,minutes:a,seconds:o,fractionalMilliseconds:s})}throw new TypeError(`Invalid RFC-7231 date-time value`)};const parseEpochTimestamp=e=>{if(e===null||e===void 0)return;let t;if(typeof e===`number`)t=e;else if(typeof e===`string`)t=strictParseDouble(e);else if(typeof e===`object`&&e.tag===1)t=e.value;else throw new TypeError(`Epoch timestamps must be expressed as floating point numbers or their string representation`);if(Number.isNaN(t)||t===Infinity||t===-Infinity)throw new TypeError(`Epoch timestamps must be valid, non-Infinite, non-NaN numerics`);return new Date(Math.round(t*1e3))};const buildDate=(e,t,n,r)=>{const i=t-1;validateDayOfMonth(e,i,n);return new Date(Date.UTC(e,i,n,parseDateValue(r.hours,`hour`,0,23),parseDateValue(r.minutes,`minute`,0,59),parseDateValue(r.seconds,`seconds`,0,60),parseMilliseconds(r.fractionalMilliseconds)))};const parseTwoDigitYear=e=>{const t=new Date().getUTCFullYear();const n=Math.floor(t/100)*100+strictParseShort(stripLeadingZeroes(e));if(n<t)return n+100;return n};const ye=15768e8;const adjustRfc850Year=e=>{if(e.getTime()-new Date().getTime()>ye)return new Date(Date.UTC(e.getUTCFullYear()-100,e.getUTCMonth(),e.getUTCDate(),e.getUTCHours(),e.getUTCMinutes(),e.getUTCSeconds(),e.getUTCMilliseconds()));return e};const parseMonthByShortName=e=>{const t=pe.indexOf(e);if(t<0)throw new TypeError(`Invalid month: ${e}`);return t+1};const be=[31,28,31,30,31,30,31,31,30,31,30,31];const validateDayOfMonth=(e,t,n)=>{let r=be[t];if(t===1&&isLeapYear(e))r=29;if(n>r)throw new TypeError(`Invalid day for ${pe[t]} in ${e}: ${n}`)};const isLeapYear=e=>{return e%4===0&&(e%100!==0||e%400===0)};const parseDateValue=(e,t,n,r)=>{const i=strictParseByte(stripLeadingZeroes(e));if(i<n||i>r)throw new TypeError(`${t} must be between ${n} and ${r}, inclusive`);return i};const parseMilliseconds=e=>{if(e===null||e===void 0)return 0;return strictParseFloat32(`0.`+e)*1e3};const parseOffsetToMilliseconds=e=>{const t=e[0];let n=1;if(t==`+`)n=1;else if(t==`-`)n=-1;else throw new TypeError(`Offset direction, ${t}, must be "+" or "-"`);const r=Number(e.substring(1,3));const i=Number(e.substring(4,6));return n*(r*60+i)*60*1e3};const stripLeadingZeroes=e=>{let t=0;while(t<e.length-1&&e.charAt(t)===`0`)t++;if(t===0)return e;return e.slice(t)};const j=function LazyJsonString(e){return Object.assign(new String(e),{deserializeJSON(){return JSON.parse(String(e))},toString(){return String(e)},toJSON(){return String(e)}})};j.from=e=>{if(e&&typeof e===`object`&&(e instanceof j||`deserializeJSON`in e))return e;else if(typeof e===`string`||Object.getPrototypeOf(e)===String.prototype)return j(String(e));return j(JSON.stringify(e))};j.fromObject=j.from;function quoteHeader(e){if(e.includes(`,`)||e.includes(`"`))e=`"${e.replace(/\\/g,`\\\\`).replace(/"/g,`\\"`)}"`;return e}const xe=`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[ne|u?r]?s?day)?`;const Se=`(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`;const Ce=`(\\d?\\d):(\\d{2}):(\\d{2})(?:\\.(\\d+))?`;const we=`(\\d?\\d)`;const Te=`(\\d{4})`;const Ee=new RegExp(/^(\d{4})-(\d\d)-(\d\d)[tT](\d\d):(\d\d):(\d\d)(\.(\d+))?(([-+]\d\d:\d\d)|[zZ])$/);const De=/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT$/;const Oe=new RegExp(`^${xe}, ${we} ${Se} ${Te} ${Ce} GMT$`);const ke=new RegExp(`^${xe}, ${we}-${Se}-(\\d\\d) ${Ce} GMT$`);const Ae=new RegExp(`^${xe} ${Se} ( [1-9]|\\d\\d) ${Ce} ${Te}$`);const je=[`Jan`,`Feb`,`Mar`,`Apr`,`May`,`Jun`,`Jul`,`Aug`,`Sep`,`Oct`,`Nov`,`Dec`];const _parseEpochTimestamp=e=>{if(e==null)return;let t=NaN;if(typeof e===`number`)t=e;else if(typeof e===`string`){if(!/^-?\d*\.?\d+$/.test(e))throw new TypeError(`parseEpochTimestamp - numeric string invalid.`);t=Number.parseFloat(e)}else if(typeof e===`object`&&e.tag===1)t=e.value;if(isNaN(t)||Math.abs(t)===Infinity)throw new TypeError(`Epoch timestamps must be valid finite numbers.`);return new Date(Math.round(t*1e3))};const _parseRfc3339DateTimeWithOffset=e=>{if(e==null)return;if(typeof e!==`string`)throw new TypeError(`RFC3339 timestamps must be strings`);const t=Ee.exec(e);if(!t)throw new TypeError(`Invalid RFC3339 timestamp format ${e}`);const[,n,r,i,a,o,s,,c,l]=t;range(r,1,12);range(i,1,31);range(a,0,23);range(o,0,59);range(s,0,60);const u=new Date(Date.UTC(Number(n),Number(r)-1,Number(i),Number(a),Number(o),Number(s),Number(c)?Math.round(parseFloat(`0.${c}`)*1e3):0));u.setUTCFullYear(Number(n));if(l.toUpperCase()!=`Z`){const[,e,t,n]=/([+-])(\d\d):(\d\d)/.exec(l)||[void 0,`+`,0,0];const r=e===`-`?1:-1;u.setTime(u.getTime()+r*(Number(t)*60*60*1e3+Number(n)*60*1e3))}return u};const _parseRfc7231DateTime=e=>{if(e==null)return;if(typeof e!==`string`)throw new TypeError(`RFC7231 timestamps must be strings.`);if(De.test(e))return new Date(e);let t;let n;let r;let i;let a;let o;let s;let c;if(c=Oe.exec(e))[,t,n,r,i,a,o,s]=c;else if(c=ke.exec(e)){[,t,n,r,i,a,o,s]=c;r=(Number(r)+1900).toString()}else if(c=Ae.exec(e))[,n,t,i,a,o,s,r]=c;if(r&&o){const e=Date.UTC(Number(r),je.indexOf(n),Number(t),Number(i),Number(a),Number(o),s?Math.round(parseFloat(`0.${s}`)*1e3):0);range(t,1,31);range(i,0,23);range(a,0,59);range(o,0,60);const c=new Date(e);c.setUTCFullYear(Number(r));return c}throw new TypeError(`Invalid RFC7231 date-time value ${e}.`)};function range(e,t,n){const r=Number(e);if(r<t||r>n)throw new Error(`Value ${r} out of range [${t}, ${n}]`)}function splitEvery(e,t,n){if(n<=0||!Number.isInteger(n))throw new Error(`Invalid number of delimiters (`+n+`) for splitEvery.`);const r=e.split(t);if(n===1)return r;const i=[];let a=``;for(let e=0;e<r.length;e++){if(a===``)a=r[e];else a+=t+r[e];if((e+1)%n===0){i.push(a);a=``}}if(a!==``)i.push(a);return i}const splitHeader=e=>{const t=e.length;const n=[];let r=false;let i=false;let a=0;for(let o=0;o<t;++o){const t=e[o];switch(t){case`"`:if(!i)r=!r;break;case`,`:if(!r){n.push(e.slice(a,o));a=o+1}}i=t===`\\`&&!i}n.push(e.slice(a));return n.map(e=>{e=e.trim();const t=e.length;if(t<2)return e;if(e[0]===`"`&&e[t-1]===`"`){e=e.slice(1,t-1);return e.replace(/\\(["\\])/g,`$1`)}return e.replace(/\\"/g,`"`)})};const Me=/^-?((0|[1-9]\d*)(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;var Ne=class NumericValue{string;type;constructor(e,t){this.string=e;this.type=t;if(!Me.test(e))throw new Error(`@smithy/core/serde - NumericValue string must conform to the Smithy bigDecimal format. Received: "${e}"`)}toString(){return this.string}static[Symbol.hasInstance](e){if(!e||typeof e!==`object`)return false;const t=e;return NumericValue.prototype.isPrototypeOf(e)||t.type===`bigDecimal`&&Me.test(t.string)}};const Pe={};const Fe={};for(let e=0;e<256;e++){let t=e.toString(16).toLowerCase();if(t.length===1)t=`0${t}`;Pe[e]=t;Fe[t]=e}function fromHex(e){if(e.length%2!==0)throw new Error(`Hex encoded strings must have an even number length`);const t=new Uint8Array(e.length/2);for(let n=0;n<e.length;n+=2){const r=e.slice(n,n+2).toLowerCase();if(r in Fe)t[n/2]=Fe[r];else throw new Error(`Cannot decode unrecognized sequence ${r} as hexadecimal`)}return t}function toHex(e){let t=``;for(let n=0;n<e.byteLength;n++)t+=Pe[e[n]];return t}const calculateBodyLength=e=>{if(!e)return 0;if(typeof e===`string`)return Buffer.byteLength(e);else if(typeof e.byteLength===`number`)return e.byteLength;else if(typeof e.size===`number`)return e.size;else if(typeof e.start===`number`&&typeof e.end===`number`)return e.end+1-e.start;else if(e instanceof external_node_fs_.ReadStream){if(e.path!=null)return (0,external_node_fs_.lstatSync)(e.path).size;else if(typeof e.fd===`number`)return (0,external_node_fs_.fstatSync)(e.fd).size}throw new Error(`Body Length computation failed for ${e}`)};const toUint8Array=e=>{if(e instanceof Uint8Array)return e;if(typeof e===`string`)return fromUtf8$1(e);if(ArrayBuffer.isView(e))return new Uint8Array(e.buffer,e.byteOffset,e.byteLength/Uint8Array.BYTES_PER_ELEMENT);return new Uint8Array(e)};function concatBytes(e,t){if(t===void 0){t=0;for(const n of e)t+=n.byteLength}const n=new Uint8Array(t);let r=0;for(const t of e){n.set(t,r);r+=t.byteLength}return n}var Ie=class ProviderError extends Error{name=`ProviderError`;tryNextLink;constructor(e,t=true){let n;let r=true;if(typeof t===`boolean`){n=void 0;r=t}else if(t!=null&&typeof t===`object`){n=t.logger;r=t.tryNextLink??true}super(e);this.tryNextLink=r;Object.setPrototypeOf(this,ProviderError.prototype);n?.debug?.(`@smithy/property-provider ${r?`->`:`(!)`} ${e}`)}static from(e,t=true){return Object.assign(new this(e.message,t),e)}};var M=class CredentialsProviderError extends Ie{name=`CredentialsProviderError`;constructor(e,t=true){super(e,t);Object.setPrototypeOf(this,CredentialsProviderError.prototype)}};const chain=(...e)=>async()=>{if(e.length===0)throw new Ie(`No providers in chain`);let t;for(const n of e)try{return await n()}catch(e){t=e;if(e?.tryNextLink)continue;throw e}throw t};const fromValue=e=>()=>Promise.resolve(e);const memoize=(e,t,n)=>{let r;let i;let a;let o=false;const coalesceProvider=async()=>{if(!i)i=e();try{r=await i;a=true;o=false}finally{i=void 0}return r};if(t===void 0)return async e=>{if(!a||e?.forceRefresh)r=await coalesceProvider();return r};return async e=>{if(!a||e?.forceRefresh)r=await coalesceProvider();if(o)return r;if(n&&!n(r)){o=true;return r}if(t(r)){await coalesceProvider();return r}return r}};const booleanSelector=(e,t,n)=>{if(!(t in e))return;if(e[t]===`true`)return true;if(e[t]===`false`)return false;throw new Error(`Cannot load ${n} "${t}". Expected "true" or "false", got ${e[t]}.`)};var N;(function(e){e[`ENV`]=`env`;e[`CONFIG`]=`shared config entry`})(N||(N={}));const Le={};const getHomeDirCacheKey=()=>{if(process&&process.geteuid)return`${process.geteuid()}`;return`DEFAULT`};const getHomeDir=()=>{const{HOME:e,USERPROFILE:t,HOMEPATH:n,HOMEDRIVE:r=`C:${external_node_path_.sep}`}=process.env;if(e)return e;if(t)return t;if(n)return`${r}${n}`;const a=getHomeDirCacheKey();if(!Le[a])Le[a]=(0,external_node_os_.homedir)();return Le[a]};const getProfileName=e=>e.profile||process.env[`AWS_PROFILE`]||`default`;const getConfigData=e=>Object.entries(e).filter(([e])=>{const t=e.indexOf(`.`);if(t===-1)return false;return Object.values(k).includes(e.substring(0,t))}).reduce((e,[t,n])=>{const r=t.indexOf(`.`);const i=t.substring(0,r)===k.PROFILE?t.substring(r+1):t;e[i]=n;return e},{...e.default&&{default:e.default}});const getConfigFilepath=()=>process.env[`AWS_CONFIG_FILE`]||(0,external_node_path_.join)(getHomeDir(),`.aws`,`config`);const getCredentialsFilepath=()=>process.env[`AWS_SHARED_CREDENTIALS_FILE`]||(0,external_node_path_.join)(getHomeDir(),`.aws`,`credentials`);const Re=/^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/;const ze=[`__proto__`,`profile __proto__`];const parseIni=e=>{const t={};let n;let r;for(const i of e.split(/\r?\n/)){const e=i.split(/(^|\s)[;#]/)[0].trim();if(e[0]===`[`&&e[e.length-1]===`]`){n=void 0;r=void 0;const t=e.substring(1,e.length-1);const i=Re.exec(t);if(i){const[,e,,t]=i;if(Object.values(k).includes(e))n=[e,t].join(`.`)}else n=t;if(ze.includes(t))throw new Error(`Found invalid profile name "${t}"`)}else if(n){const a=e.indexOf(`=`);if(![0,-1].includes(a)){const[o,s]=[e.substring(0,a).trim(),e.substring(a+1).trim()];if(s===``)r=o;else{if(r&&i.trimStart()===i)r=void 0;t[n]=t[n]||{};const e=r?[r,o].join(`.`):o;t[n][e]=s}}}}return t};const Be={};const Ve={};const readFile$1=(e,t)=>{if(Ve[e]!==void 0)return Ve[e];if(!Be[e]||t?.ignoreCache)Be[e]=(0,promises_.readFile)(e,`utf8`);return Be[e]};const swallowError=()=>({});const loadSharedConfigFiles=async(e={})=>{const{filepath:t=getCredentialsFilepath(),configFilepath:n=getConfigFilepath()}=e;const r=getHomeDir();const i=`~/`;let a=t;if(t.startsWith(i))a=(0,external_node_path_.join)(r,t.slice(2));let o=n;if(n.startsWith(i))o=(0,external_node_path_.join)(r,n.slice(2));const c=await Promise.all([readFile$1(o,{ignoreCache:e.ignoreCache}).then(parseIni).then(getConfigData).catch(swallowError),readFile$1(a,{ignoreCache:e.ignoreCache}).then(parseIni).catch(swallowError)]);return{configFile:c[0],credentialsFile:c[1]}};function getSelectorName(e){try{const t=new Set(Array.from(e.match(/([A-Z_]){3,}/g)??[]));t.delete(`CONFIG`);t.delete(`CONFIG_PREFIX_SEPARATOR`);t.delete(`ENV`);return[...t].join(`, `)}catch(t){return e}}const fromEnv$1=(e,t)=>async()=>{try{const n=e(process.env,t);if(n===void 0)throw new Error;return n}catch(n){throw new M(n.message||`Not found in ENV: ${getSelectorName(e.toString())}`,{logger:t?.logger})}};const fromSharedConfigFiles=(e,{preferredFile:t=`config`,...n}={})=>async()=>{const r=getProfileName(n);const{configFile:i,credentialsFile:a}=await loadSharedConfigFiles(n);const o=a[r]||{};const s=i[r]||{};const c=t===`config`?{...o,...s}:{...s,...o};try{const n=e(c,t===`config`?i:a);if(n===void 0)throw new Error;return n}catch(t){throw new M(t.message||`Not found in config files w/ profile [${r}]: ${getSelectorName(e.toString())}`,{logger:n.logger})}};const isFunction=e=>typeof e===`function`;const fromStatic=e=>isFunction(e)?async()=>await e():fromValue(e);const loadConfig=({environmentVariableSelector:e,configFileSelector:t,default:n},r={})=>{const{signingName:i,logger:a}=r;return memoize(chain(fromEnv$1(e,{signingName:i,logger:a}),fromSharedConfigFiles(t,r),fromStatic(n)))};const He=`AWS_USE_DUALSTACK_ENDPOINT`;const Ue=`use_dualstack_endpoint`;const We={environmentVariableSelector:e=>booleanSelector(e,He,N.ENV),configFileSelector:e=>booleanSelector(e,Ue,N.CONFIG),default:false};const Ge=`AWS_USE_FIPS_ENDPOINT`;const Ke=`use_fips_endpoint`;const qe={environmentVariableSelector:e=>booleanSelector(e,Ge,N.ENV),configFileSelector:e=>booleanSelector(e,Ke,N.CONFIG),default:false};const getAllAliases=(e,t)=>{const n=[];if(e)n.push(e);if(t)for(const e of t)n.push(e);return n};const getMiddlewareNameWithAliases=(e,t)=>{return`${e||`anonymous`}${t&&t.length>0?` (a.k.a. ${t.join(`,`)})`:``}`};const constructStack=()=>{let e=[];let t=[];let n=false;const r=new Set;const sort=e=>e.sort((e,t)=>Je[t.step]-Je[e.step]||Ye[t.priority||`normal`]-Ye[e.priority||`normal`]);const removeByName=n=>{let i=false;const filterCb=e=>{const t=getAllAliases(e.name,e.aliases);if(t.includes(n)){i=true;for(const e of t)r.delete(e);return false}return true};e=e.filter(filterCb);t=t.filter(filterCb);return i};const removeByReference=n=>{let i=false;const filterCb=e=>{if(e.middleware===n){i=true;for(const t of getAllAliases(e.name,e.aliases))r.delete(t);return false}return true};e=e.filter(filterCb);t=t.filter(filterCb);return i};const cloneTo=n=>{e.forEach(e=>{n.add(e.middleware,{...e})});t.forEach(e=>{n.addRelativeTo(e.middleware,{...e})});n.identifyOnResolve?.(i.identifyOnResolve());return n};const expandRelativeMiddlewareList=e=>{const t=[];e.before.forEach(e=>{if(e.before.length===0&&e.after.length===0)t.push(e);else t.push(...expandRelativeMiddlewareList(e))});t.push(e);e.after.reverse().forEach(e=>{if(e.before.length===0&&e.after.length===0)t.push(e);else t.push(...expandRelativeMiddlewareList(e))});return t};const getMiddlewareList=(n=false)=>{const r=[];const i=[];const a={};e.forEach(e=>{const t={...e,before:[],after:[]};for(const e of getAllAliases(t.name,t.aliases))a[e]=t;r.push(t)});t.forEach(e=>{const t={...e,before:[],after:[]};for(const e of getAllAliases(t.name,t.aliases))a[e]=t;i.push(t)});i.forEach(e=>{if(e.toMiddleware){const t=a[e.toMiddleware];if(t===void 0){if(n)return;throw new Error(`${e.toMiddleware} is not found when adding ${getMiddlewareNameWithAliases(e.name,e.aliases)} middleware ${e.relation} ${e.toMiddleware}`)}if(e.relation===`after`)t.after.push(e);if(e.relation===`before`)t.before.push(e)}});return sort(r).map(expandRelativeMiddlewareList).reduce((e,t)=>{e.push(...t);return e},[])};const i={add:(t,n={})=>{const{name:i,override:a,aliases:o}=n;const s={step:`initialize`,priority:`normal`,middleware:t,...n};const c=getAllAliases(i,o);if(c.length>0){if(c.some(e=>r.has(e))){if(!a)throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(i,o)}'`);for(const t of c){const n=e.findIndex(e=>e.name===t||e.aliases?.some(e=>e===t));if(n===-1)continue;const r=e[n];if(r.step!==s.step||s.priority!==r.priority)throw new Error(`"${getMiddlewareNameWithAliases(r.name,r.aliases)}" middleware with ${r.priority} priority in ${r.step} step cannot be overridden by "${getMiddlewareNameWithAliases(i,o)}" middleware with ${s.priority} priority in ${s.step} step.`);e.splice(n,1)}}for(const e of c)r.add(e)}e.push(s)},addRelativeTo:(e,n)=>{const{name:i,override:a,aliases:o}=n;const s={middleware:e,...n};const c=getAllAliases(i,o);if(c.length>0){if(c.some(e=>r.has(e))){if(!a)throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(i,o)}'`);for(const e of c){const n=t.findIndex(t=>t.name===e||t.aliases?.some(t=>t===e));if(n===-1)continue;const r=t[n];if(r.toMiddleware!==s.toMiddleware||r.relation!==s.relation)throw new Error(`"${getMiddlewareNameWithAliases(r.name,r.aliases)}" middleware ${r.relation} "${r.toMiddleware}" middleware cannot be overridden by "${getMiddlewareNameWithAliases(i,o)}" middleware ${s.relation} "${s.toMiddleware}" middleware.`);t.splice(n,1)}}for(const e of c)r.add(e)}t.push(s)},clone:()=>cloneTo(constructStack()),use:e=>{e.applyToStack(i)},remove:e=>{if(typeof e===`string`)return removeByName(e);else return removeByReference(e)},removeByTag:n=>{let i=false;const filterCb=e=>{const{tags:t,name:a,aliases:o}=e;if(t&&t.includes(n)){const e=getAllAliases(a,o);for(const t of e)r.delete(t);i=true;return false}return true};e=e.filter(filterCb);t=t.filter(filterCb);return i},concat:e=>{const t=cloneTo(constructStack());t.use(e);t.identifyOnResolve(n||t.identifyOnResolve()||(e.identifyOnResolve?.()??false));return t},applyToStack:cloneTo,identify:()=>{return getMiddlewareList(true).map(e=>{const t=e.step??e.relation+` `+e.toMiddleware;return getMiddlewareNameWithAliases(e.name,e.aliases)+` - `+t})},identifyOnResolve(e){if(typeof e===`boolean`)n=e;return n},resolve:(e,t)=>{for(const n of getMiddlewareList().map(e=>e.middleware).reverse())e=n(e,t);if(n)console.log(i.identify());return e}};return i};const Je={initialize:5,serialize:4,build:3,finalizeRequest:2,deserialize:1};const Ye={high:3,normal:2,low:1};var Client=class{config;middlewareStack=constructStack();initConfig;handlers;constructor(e){this.config=e;const{protocol:t,protocolSettings:n}=e;if(n){if(typeof t===`function`)e.protocol=new t(n)}}send(e,t,n){const r=typeof t!==`function`?t:void 0;const i=typeof t===`function`?t:n;const a=r===void 0&&this.config.cacheMiddleware===true;let o;if(a){if(!this.handlers)this.handlers=new WeakMap;const t=this.handlers;if(t.has(e.constructor))o=t.get(e.constructor);else{o=e.resolveMiddleware(this.middlewareStack,this.config,r);t.set(e.constructor,o)}}else{delete this.handlers;o=e.resolveMiddleware(this.middlewareStack,this.config,r)}if(i)o(e).then(e=>i(null,e.output),e=>i(e)).catch(()=>{});else return o(e).then(e=>e.output)}destroy(){this.config?.requestHandler?.destroy?.();delete this.handlers}};const deref=e=>{if(typeof e===`function`)return e();return e};const operation=(e,t,n,r,i)=>({name:t,namespace:e,traits:n,input:r,output:i});const schemaDeserializationMiddleware=e=>(t,n)=>async r=>{const{response:i}=await t(r);const{operationSchema:a}=getSmithyContext(n);const[,o,s,c,l,u]=a??[];try{return{response:i,output:await e.protocol.deserializeResponse(operation(o,s,c,l,u),{...e,...n},i)}}catch(e){Object.defineProperty(e,"$response",{value:i,enumerable:false,writable:false,configurable:false});if(!(`$metadata`in e)){const t=`Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.`;try{e.message+=`
  `+t}catch(e){if(!n.logger||n.logger?.constructor?.name===`NoOpLogger`)console.warn(t);else n.logger?.warn?.(t)}if(typeof e.$responseBodyText!==`undefined`){if(e.$response)e.$response.body=e.$responseBodyText}try{if(HttpResponse.isInstance(i)){const{headers:t={},statusCode:n}=i;const r=Object.entries(t);e.$metadata={httpStatusCode:n,requestId:findHeader(/^x-[\w-]+-request-?id$/,r),extendedRequestId:findHeader(/^x-[\w-]+-id-2$/,r),cfId:findHeader(/^x-[\w-]+-cf-id$/,r)}}}catch(e){}}throw e}};const findHeader=(e,t)=>{return(t.find(([t])=>{return t.match(e)})||[void 0,void 0])[1]};const schemaSerializationMiddleware=e=>(t,n)=>async r=>{const{operationSchema:i}=getSmithyContext(n);const[,a,o,s,c,l]=i??[];const u=n.endpointV2?async()=>toEndpointV1(n.endpointV2):e.endpoint;const d=await e.protocol.serializeRequest(operation(a,o,s,c,l),r.input,{...e,...n,endpoint:u});return t({...r,request:d})};const Xe={name:`deserializerMiddleware`,step:`deserialize`,tags:[`DESERIALIZER`],override:true};const Ze={name:`serializerMiddleware`,step:`serialize`,tags:[`SERIALIZER`],override:true};function getSchemaSerdePlugin(e){return{applyToStack:t=>{t.add(schemaSerializationMiddleware(e),Ze);t.add(schemaDeserializationMiddleware(e),Xe);e.protocol.setSerdeContext(e)}}}const Qe=[];function translateTraits(e){if(typeof e===`object`)return e;e=e|0;if(Qe[e])return Qe[e];const t={};let n=0;for(const r of[`httpLabel`,`idempotent`,`idempotencyToken`,`sensitive`,`httpPayload`,`httpResponseCode`,`httpQueryParams`])if((e>>n++&1)===1)t[r]=1;return Qe[e]=t}const P={it:Symbol.for(`@smithy/nor-struct-it`),ns:Symbol.for(`@smithy/ns`)};const $e=[];const et={};var F=class NormalizedSchema{ref;memberName;static symbol=Symbol.for(`@smithy/nor`);symbol=NormalizedSchema.symbol;name;schema;_isMemberSchema;traits;memberTraits;normalizedTraits;constructor(e,t){this.ref=e;this.memberName=t;const n=[];let r=e;let i=e;this._isMemberSchema=false;while(isMemberSchema(r)){n.push(r[1]);r=r[0];i=deref(r);this._isMemberSchema=true}if(n.length>0){this.memberTraits={};for(let e=n.length-1;e>=0;--e){const t=n[e];Object.assign(this.memberTraits,translateTraits(t))}}else this.memberTraits=0;if(i instanceof NormalizedSchema){const e=this.memberTraits;Object.assign(this,i);this.memberTraits=Object.assign({},e,i.getMemberTraits(),this.getMemberTraits());this.normalizedTraits=void 0;this.memberName=t??i.memberName;return}this.schema=deref(i);if(isStaticSchema(this.schema)){this.name=`${this.schema[1]}#${this.schema[2]}`;this.traits=this.schema[3]}else{this.name=this.memberName??String(i);this.traits=0}if(this._isMemberSchema&&!t)throw new Error(`@smithy/core/schema - NormalizedSchema member init ${this.getName(true)} missing member name.`)}static[Symbol.hasInstance](e){const t=this.prototype.isPrototypeOf(e);if(!t&&typeof e===`object`&&e!==null)return e.symbol===this.symbol;return t}static of(e){const t=typeof e===`function`||typeof e===`object`&&e!==null;if(typeof e===`number`){if($e[e])return $e[e]}else if(typeof e===`string`){if(et[e])return et[e]}else if(t){if(e[P.ns])return e[P.ns]}const n=deref(e);if(n instanceof NormalizedSchema)return n;if(isMemberSchema(n)){const[t,r]=n;if(t instanceof NormalizedSchema){Object.assign(t.getMergedTraits(),translateTraits(r));return t}throw new Error(`@smithy/core/schema - may not init unwrapped member schema=${JSON.stringify(e,null,2)}.`)}const r=new NormalizedSchema(n);if(t)return e[P.ns]=r;if(typeof n===`string`)return et[n]=r;if(typeof n===`number`)return $e[n]=r;return r}getSchema(){const e=this.schema;if(Array.isArray(e)&&e[0]===0)return e[4];return e}getName(e=false){const{name:t}=this;return!e&&t&&t.includes(`#`)?t.split(`#`)[1]:t||void 0}getMemberName(){return this.memberName}isMemberSchema(){return this._isMemberSchema}isListSchema(){const e=this.getSchema();return typeof e===`number`?e>=64&&e<128:e[0]===1}isMapSchema(){const e=this.getSchema();return typeof e===`number`?e>=128&&e<=255:e[0]===2}isStructSchema(){const e=this.getSchema();if(typeof e!==`object`)return false;const t=e[0];return t===3||t===-3||t===4}isUnionSchema(){const e=this.getSchema();if(typeof e!==`object`)return false;return e[0]===4}isBlobSchema(){const e=this.getSchema();return e===21||e===42}isTimestampSchema(){const e=this.getSchema();return typeof e===`number`&&e>=4&&e<=7}isUnitSchema(){return this.getSchema()===`unit`}isDocumentSchema(){return this.getSchema()===15}isStringSchema(){return this.getSchema()===0}isBooleanSchema(){return this.getSchema()===2}isNumericSchema(){return this.getSchema()===1}isBigIntegerSchema(){return this.getSchema()===17}isBigDecimalSchema(){return this.getSchema()===19}isStreaming(){const{streaming:e}=this.getMergedTraits();return!!e||this.getSchema()===42}isIdempotencyToken(){return!!this.getMergedTraits().idempotencyToken}getMergedTraits(){return this.normalizedTraits??(this.normalizedTraits={...this.getOwnTraits(),...this.getMemberTraits()})}getMemberTraits(){return translateTraits(this.memberTraits)}getOwnTraits(){return translateTraits(this.traits)}getKeySchema(){const[e,t]=[this.isDocumentSchema(),this.isMapSchema()];if(!e&&!t)throw new Error(`@smithy/core/schema - cannot get key for non-map: ${this.getName(true)}`);const n=this.getSchema();return member([e?15:n[4]??0,0],`key`)}getValueSchema(){const e=this.getSchema();const[t,n,r]=[this.isDocumentSchema(),this.isMapSchema(),this.isListSchema()];const i=typeof e===`number`?63&e:e&&typeof e===`object`&&(n||r)?e[3+e[0]]:t?15:void 0;if(i!=null)return member([i,0],n?`value`:`member`);throw new Error(`@smithy/core/schema - ${this.getName(true)} has no value member.`)}getMemberSchema(e){const t=this.getSchema();if(this.isStructSchema()&&t[4].includes(e)){const n=t[4].indexOf(e);const r=t[5][n];return member(isMemberSchema(r)?r:[r,0],e)}if(this.isDocumentSchema())return member([15,0],e);throw new Error(`@smithy/core/schema - ${this.getName(true)} has no member=${e}.`)}getMemberSchemas(){const e={};try{for(const[t,n]of this.structIterator())e[t]=n}catch(e){}return e}getEventStreamMember(){if(this.isStructSchema()){for(const[e,t]of this.structIterator())if(t.isStreaming()&&t.isStructSchema())return e}return``}*structIterator(){if(this.isUnitSchema())return;if(!this.isStructSchema())throw new Error(`@smithy/core/schema - cannot iterate non-struct schema.`);const e=this.getSchema();const t=e[4].length;let n=e[P.it];if(n&&t===n.length){yield*n;return}n=Array(t);for(let r=0;r<t;++r){const t=e[4][r];const i=member([e[5][r],0],t);yield n[r]=[t,i]}e[P.it]=n}};function member(e,t){if(e instanceof F)return Object.assign(e,{memberName:t,_isMemberSchema:true});return new F(e,t)}const isMemberSchema=e=>Array.isArray(e)&&e.length===2;const isStaticSchema=e=>Array.isArray(e)&&e.length>=5;var I=class TypeRegistry{namespace;schemas;exceptions;static registries=new Map;constructor(e,t=new Map,n=new Map){this.namespace=e;this.schemas=t;this.exceptions=n;if(!TypeRegistry.registries.has(e))TypeRegistry.registries.set(e,this)}static for(e){return TypeRegistry.registries.get(e)??new TypeRegistry(e)}copyFrom(e){const{schemas:t,exceptions:n}=this;for(const[n,r]of e.schemas)if(!t.has(n))t.set(n,r);for(const[t,r]of e.exceptions)if(!n.has(t))n.set(t,r)}register(e,t){const n=this.normalizeShapeId(e);for(const e of[this,TypeRegistry.for(n.split(`#`)[0])])if(!e.schemas.has(n))e.schemas.set(n,t)}getSchema(e){const t=this.normalizeShapeId(e);if(!this.schemas.has(t)){if(!e.includes(`#`)){const t=`#`+e;const n=[];for(const[e,r]of this.schemas.entries())if(e.endsWith(t))n.push(r);if(n.length===1)return n[0]}throw new Error(`@smithy/core/schema - schema not found for ${t}`)}return this.schemas.get(t)}registerError(e,t){const n=e;const r=n[1];const i=r+`#`+n[2];if(!t.hasOwnProperty?.(`shapeId`))t.shapeId=i;for(const e of[this,TypeRegistry.for(r)])if(!e.schemas.has(i)&&!e.exceptions.has(n)){e.schemas.set(i,n);e.exceptions.set(n,t)}}getErrorCtor(e){const t=e;if(this.exceptions.has(t))return this.exceptions.get(t);return TypeRegistry.for(t[1]).exceptions.get(t)}getBaseException(){for(const e of this.exceptions.keys())if(Array.isArray(e)){const[,t,n]=e;const r=t+`#`+n;if(r.startsWith(`smithy.ts.sdk.synthetic.`)&&r.endsWith(`ServiceException`))return e}}find(e){for(const t of this.schemas.values())if(e(t))return t}clear(){this.schemas.clear();this.exceptions.clear()}normalizeShapeId(e){if(e.includes(`#`))return e;return this.namespace+`#`+e}};const tt=`***SensitiveInformation***`;function schemaLogFilter(e,t){if(t==null)return t;const n=F.of(e);if(n.getMergedTraits().sensitive)return tt;if(n.isListSchema()){const e=n.getValueSchema();if(e.getMergedTraits().sensitive)return tt;if(Array.isArray(t))return t.map(t=>schemaLogFilter(e,t))}else if(n.isMapSchema()){const e=n.getValueSchema();if(n.getKeySchema().getMergedTraits().sensitive||e.getMergedTraits().sensitive)return tt;if(typeof t===`object`)return Object.fromEntries(Object.entries(t).map(([t,n])=>[t,schemaLogFilter(e,n)]))}else if(n.isStructSchema()&&typeof t===`object`){const e=t;const r={};for(const[t,i]of n.structIterator())if(e[t]!=null)r[t]=schemaLogFilter(i,e[t]);return r}return t}const nt=Symbol.for(`@smithy/op-event-stream`);var Command=class{middlewareStack=constructStack();schema;static classBuilder(){return new ClassBuilder}resolveMiddlewareWithContext(e,t,n,{middlewareFn:r,clientName:i,commandName:a,inputFilterSensitiveLog:o,outputFilterSensitiveLog:s,smithyContext:c,additionalContext:l,CommandCtor:u}){for(const i of r.bind(this)(u,e,t,n))this.middlewareStack.use(i);const d=e.concat(this.middlewareStack);const{logger:f}=t;const p=l[O];const m={logger:f,clientName:i,commandName:a,inputFilterSensitiveLog:o,outputFilterSensitiveLog:s,...l,[O]:{...p,commandInstance:this,...c,...n?.metricsRecorder===void 0?{}:{metricsRecorder:n.metricsRecorder},...n?.abortSignal===void 0?{}:{abortSignal:n.abortSignal}}};const{requestHandler:h}=t;let g=n??{};if(g.metricsRecorder){g={...g};delete g.metricsRecorder}let _;const v=this.schema;const y=v?.[nt];if(y!==void 0)_=y;else if(v){if(Array.isArray(v)&&v[0]===9){const[,,,,e,t]=v;_=v[nt]=Boolean(F.of(e).getEventStreamMember()||F.of(t).getEventStreamMember())}}if(_)g={isEventStream:_,...g};return d.resolve(e=>h.handle(e.request,g),m)}};var ClassBuilder=class{_init=()=>{};_ep={};_middlewareFn=()=>[];_commandName=``;_clientName=``;_additionalContext={};_smithyContext={};_inputFilterSensitiveLog=void 0;_outputFilterSensitiveLog=void 0;_serializer=null;_deserializer=null;_operationSchema;init(e){this._init=e}ep(e){this._ep=e;return this}m(e){this._middlewareFn=e;return this}s(e,t,n={}){this._smithyContext={service:e,operation:t,...n};return this}c(e={}){this._additionalContext=e;return this}n(e,t){this._clientName=e;this._commandName=t;return this}f(e=e=>e,t=e=>e){this._inputFilterSensitiveLog=e;this._outputFilterSensitiveLog=t;return this}ser(e){this._serializer=e;return this}de(e){this._deserializer=e;return this}sc(e){this._operationSchema=e;this._smithyContext.operationSchema=e;return this}build(){const e=this;let CommandRef;return CommandRef=class extends Command{input;static getEndpointParameterInstructions(){return e._ep}constructor(...[t]){super();this.input=t??{};e._init(this);this.schema=e._operationSchema}resolveMiddleware(t,n,r){const i=e._operationSchema;const a=i?.[4]??i?.input;const o=i?.[5]??i?.output;return this.resolveMiddlewareWithContext(t,n,r,{CommandCtor:CommandRef,middlewareFn:e._middlewareFn,clientName:e._clientName,commandName:e._commandName,inputFilterSensitiveLog:e._inputFilterSensitiveLog??(i?schemaLogFilter.bind(null,a):e=>e),outputFilterSensitiveLog:e._outputFilterSensitiveLog??(i?schemaLogFilter.bind(null,o):e=>e),smithyContext:e._smithyContext,additionalContext:e._additionalContext})}serialize=e._serializer;deserialize=e._deserializer}}};var rt=class ServiceException extends Error{static shapeId=`smithy.ts.sdk.synthetic.nonamespace.client#ServiceException`;$fault;$response;$retryable;$metadata;constructor(e){super(e.message);Object.setPrototypeOf(this,Object.getPrototypeOf(this).constructor.prototype);this.name=e.name;this.$fault=e.$fault;this.$metadata=e.$metadata}static isInstance(e){if(!e)return false;const t=e;return ServiceException.prototype.isPrototypeOf(t)||Boolean(t.$fault)&&Boolean(t.$metadata)&&(t.$fault===`client`||t.$fault===`server`)}static[Symbol.hasInstance](e){if(!e)return false;const t=e;if(this===ServiceException)return ServiceException.isInstance(e);if(ServiceException.isInstance(e)){if(this.prototype.isPrototypeOf(e))return true;const n=Object.prototype.hasOwnProperty.call(this,`shapeId`)?this.shapeId:void 0;let r=false;if(n){let e=Object.getPrototypeOf(t);while(e&&e!==Object.prototype){const t=e.constructor;const i=t!==ServiceException&&Object.prototype.hasOwnProperty.call(t,`shapeId`)?t?.shapeId:void 0;if(i){r=true;if(i===n)return true}e=Object.getPrototypeOf(e)}}if(n&&r)return false;const i=this.name;if(i&&i.length>=6){if(t.name===i)return true;let e=Object.getPrototypeOf(t);while(e&&e!==Object.prototype){const t=e.constructor?.name;if(t&&t!==`Error`&&t===i)return true;e=Object.getPrototypeOf(e)}}}return false}};const decorateServiceException=(e,t={})=>{Object.entries(t).filter(([,e])=>e!==void 0).forEach(([t,n])=>{if(e[t]==void 0||e[t]===``)e[t]=n});e.message=e.message||e.Message||`UnknownError`;delete e.Message;return e};const loadConfigsForDefaultMode=e=>{switch(e){case`standard`:return{retryMode:`standard`,connectionTimeout:3100};case`in-region`:return{retryMode:`standard`,connectionTimeout:1100};case`cross-region`:return{retryMode:`standard`,connectionTimeout:3100};case`mobile`:return{retryMode:`standard`,connectionTimeout:3e4};default:return{}}};let it=false;const emitWarningIfUnsupportedVersion=e=>{if(e&&!it&&parseInt(e.substring(1,e.indexOf(`.`)))<16)it=true};const at=Object.values(D);const getChecksumConfiguration=e=>{const t=[];for(const n in D){if(!hasOwn(D,n))continue;const r=D[n];if(e[r]===void 0)continue;t.push({algorithmId:()=>r,checksumConstructor:()=>e[r]})}for(const[n,r]of Object.entries(e.checksumAlgorithms??{}))t.push({algorithmId:()=>n,checksumConstructor:()=>r});return{addChecksumAlgorithm(n){e.checksumAlgorithms=e.checksumAlgorithms??{};const r=n.algorithmId();const i=n.checksumConstructor();if(at.includes(r))e.checksumAlgorithms[r.toUpperCase()]=i;else e.checksumAlgorithms[r]=i;t.push(n)},checksumAlgorithms(){return t}}};const resolveChecksumRuntimeConfig=e=>{const t={};e.checksumAlgorithms().forEach(e=>{const n=e.algorithmId();if(at.includes(n))t[n]=e.checksumConstructor()});return t};const getRetryConfiguration=e=>{return{setRetryStrategy(t){e.retryStrategy=t},retryStrategy(){return e.retryStrategy}}};const resolveRetryRuntimeConfig=e=>{const t={};t.retryStrategy=e.retryStrategy();return t};const getDefaultExtensionConfiguration=e=>{return Object.assign(getChecksumConfiguration(e),getRetryConfiguration(e))};const resolveDefaultRuntimeConfig=e=>{return Object.assign(resolveChecksumRuntimeConfig(e),resolveRetryRuntimeConfig(e))};const getValueFromTextNode=e=>{const t=`#text`;for(const n in e){if(!hasOwn(e,n))continue;if(e[n][t]!==void 0)e[n]=e[n][t];else if(typeof e[n]===`object`&&e[n]!==null)e[n]=getValueFromTextNode(e[n])}return e};var NoOpLogger=class{trace(){}debug(){}info(){}warn(){}error(){}};function makeBuilder(e,t,n,r){return function makeCommand(i,a,o,s,c={}){const l=Object.assign({},e,i);return Command.classBuilder().ep(l).m(function(e,t,n,i){const o=a.call(this,e,t,n,i);o.unshift(r(n,e.getEndpointParameterInstructions()));return o}).s(t,o,c).n(n,o.charAt(0).toUpperCase()+o.slice(1)+`Command`).sc(s).build()}}const ot=[`in-region`,`cross-region`,`mobile`,`standard`,`legacy`];const st=`/latest/api/token`;const ct=`x-aws-ec2-metadata-token-ttl-seconds`;const lt=1e3;const ut=6e4;let dt=0;const getInstanceMetadataRegion=async()=>{if(process.env[`AWS_EC2_METADATA_DISABLED`])return;if(Date.now()<dt)return;try{const e=resolveImdsEndpoint();const t=(await imdsRequest({...e,path:st,method:`PUT`,headers:{[ct]:`21600`}})).toString();return(await imdsRequest({...e,path:`/latest/meta-data/placement/region`,method:`GET`,headers:{["x-aws-ec2-metadata-token"]:t}})).toString().trim()||cacheNegativeAndReturnUndefined()}catch{return cacheNegativeAndReturnUndefined()}};const cacheNegativeAndReturnUndefined=()=>{dt=Date.now()+ut};const resolveImdsEndpoint=()=>{const e=process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT;if(e){const t=new URL(e);return{hostname:t.hostname.replace(/^\[(.+)]$/,`$1`),port:t.port?Number(t.port):void 0}}if(process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE===`IPv6`)return{hostname:`fd00:ec2::254`};return{hostname:`169.254.169.254`}};const imdsRequest=async e=>{const{request:t}=await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 67, 19));return new Promise((n,r)=>{const i=t({hostname:e.hostname,port:e.port,path:e.path,method:e.method,headers:e.headers,timeout:lt,signal:AbortSignal.timeout(lt)});i.on(`error`,e=>{r(e);i.destroy()});i.on(`timeout`,()=>{r(new Error(`TimeoutError from instance metadata service`));i.destroy()});i.on(`response`,e=>{const{statusCode:t=400}=e;if(t<200||t>=300){r(Object.assign(new Error(`Error response received from instance metadata service`),{statusCode:t}));i.destroy();return}const a=[];e.on(`data`,e=>a.push(e));e.on(`end`,()=>{n(Buffer.concat(a));i.destroy()})});i.end()})};const ft=`AWS_REGION`;const pt=`region`;const mt={environmentVariableSelector:e=>e[ft],configFileSelector:e=>e[pt],default:async()=>{const e=await getInstanceMetadataRegion();if(e)return e;throw new Error(`Region is missing`)}};const ht={preferredFile:`credentials`};const gt=new Set;const checkRegion=(e,t=isValidHostLabel)=>{if(!gt.has(e)&&!t(e)){if(e===`*`)console.warn(`@smithy/config-resolver WARN - Please use the caller region instead of "*". See "sigv4a" in https://github.com/aws/aws-sdk-js-v3/blob/main/supplemental-docs/CLIENTS.md.`);else throw new Error(`Region not accepted: region="${e}" is not a valid hostname component.`)}else gt.add(e)};const isFipsRegion=e=>typeof e===`string`&&(e.startsWith(`fips-`)||e.endsWith(`-fips`));const getRealRegion=e=>isFipsRegion(e)?[`fips-aws-global`,`aws-fips`].includes(e)?`us-east-1`:e.replace(/fips-(dkr-|prod-)?|-fips/,``):e;const resolveRegionConfig=e=>{const{region:t,useFipsEndpoint:n}=e;if(!t)throw new Error(`Region is missing`);return Object.assign(e,{region:async()=>{const e=typeof t===`function`?await t():t;const n=getRealRegion(e);checkRegion(n);return n},useFipsEndpoint:async()=>{const e=typeof t===`string`?t:await t();if(isFipsRegion(e))return true;return typeof n!==`function`?Promise.resolve(!!n):n()}})};const _t=`AWS_DEFAULTS_MODE`;const vt=`defaults_mode`;const yt={environmentVariableSelector:e=>{return e[_t]},configFileSelector:e=>{return e[vt]},default:`legacy`};const resolveDefaultsModeConfig=({region:e=loadConfig(mt),defaultsMode:t=loadConfig(yt)}={})=>memoize(async()=>{const n=typeof t===`function`?await t():t;switch(n?.toLowerCase()){case`auto`:return resolveNodeDefaultsModeAuto(e);case`in-region`:case`cross-region`:case`mobile`:case`standard`:case`legacy`:return Promise.resolve(n?.toLocaleLowerCase());case void 0:return Promise.resolve(`legacy`);default:throw new Error(`Invalid parameter for "defaultsMode", expect ${ot.join(`, `)}, got ${n}`)}});const resolveNodeDefaultsModeAuto=async e=>{if(e){const t=typeof e===`function`?await e():e;const n=await inferPhysicalRegion();if(!n)return`standard`;if(t===n)return`in-region`;else return`cross-region`}return`standard`};const inferPhysicalRegion=async()=>{if(process.env[`AWS_EXECUTION_ENV`]&&(process.env[`AWS_REGION`]||process.env[`AWS_DEFAULT_REGION`]))return process.env[`AWS_REGION`]??process.env[`AWS_DEFAULT_REGION`];return getInstanceMetadataRegion()};const bt=`AWS_ENDPOINT_URL`;const xt=`endpoint_url`;const getEndpointUrlConfig=e=>({environmentVariableSelector:t=>{const n=e.split(` `).map(e=>e.toUpperCase());const r=t[[bt,...n].join(`_`)];if(r)return r;const i=t[bt];if(i)return i},configFileSelector:(t,n)=>{if(t.services){const r=[`services`,t.services].join(`.`);if(!n||!n[r])throw new Error(`The services section "${t.services}" specified in the profile is not present in the shared configuration file.`);const i=n[r][[e.split(` `).map(e=>e.toLowerCase()).join(`_`),xt].join(`.`)];if(i)return i}const r=t[xt];if(r)return r},default:void 0});const St=`AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`;const Ct=`ignore_configured_endpoint_urls`;const wt={environmentVariableSelector:e=>booleanSelector(e,St,N.ENV),configFileSelector:e=>booleanSelector(e,Ct,N.CONFIG),default:false};const getEndpointFromConfig=async e=>{if(await loadConfig(wt)())return;return loadConfig(getEndpointUrlConfig(e??``))()};const resolveParamsForS3=async e=>{const t=e?.Bucket||``;if(typeof e.Bucket===`string`)e.Bucket=t.replace(/#/g,encodeURIComponent(`#`)).replace(/\?/g,encodeURIComponent(`?`));if(isArnBucketName(t)){if(e.ForcePathStyle===true)throw new Error(`Path-style addressing cannot be used with ARN buckets`)}else if(!isDnsCompatibleBucketName(t)||t.indexOf(`.`)!==-1&&!String(e.Endpoint).startsWith(`http:`)||t.toLowerCase()!==t||t.length<3)e.ForcePathStyle=true;if(e.DisableMultiRegionAccessPoints){e.disableMultiRegionAccessPoints=true;e.DisableMRAP=true}return e};const Tt=/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;const Et=/(\d+\.){3}\d+/;const Dt=/\.\./;const isDnsCompatibleBucketName=e=>Tt.test(e)&&!Et.test(e)&&!Dt.test(e);const isArnBucketName=e=>{const[t,n,r,,,i]=e.split(`:`);const a=t===`arn`&&e.split(`:`).length>=6;const o=Boolean(a&&n&&r&&i);if(a&&!o)throw new Error(`Invalid ARN: ${e} was an invalid ARN.`);return o};const createConfigValueProvider=(e,t,n,r=false)=>{const configProvider=async()=>{let i;if(r)i=n.clientContextParams?.[e]??n[e]??n[t];else i=n[e]??n[t];if(typeof i===`function`)return i();return i};if(e===`credentialScope`||t===`CredentialScope`)return async()=>{const e=typeof n.credentials===`function`?await n.credentials():n.credentials;return e?.credentialScope??e?.CredentialScope};if(e===`accountId`||t===`AccountId`)return async()=>{const e=typeof n.credentials===`function`?await n.credentials():n.credentials;return e?.accountId??e?.AccountId};if(e===`endpoint`||t===`endpoint`)return async()=>{if(n.isCustomEndpoint===false)return;const e=await configProvider();if(e&&typeof e===`object`){if(`url`in e)return e.url.href;if(`hostname`in e){const{protocol:t,hostname:n,port:r,path:i}=e;return`${t}//${n}${r?`:`+r:``}${i}`}}return e};return configProvider};function bindGetEndpointFromInstructions(e){return async(t,n,r,i)=>{if(!r.isCustomEndpoint&&!r.ignoreConfiguredEndpointUrls){let t;if(r.serviceConfiguredEndpoint)t=await r.serviceConfiguredEndpoint();else t=await e(r.serviceId);if(t){r.endpoint=()=>Promise.resolve(toEndpointV1(t));r.isCustomEndpoint=true;i?.logger?.debug?.(`@smithy/core/endpoints - resolved endpoint from config: ${t}`)}}const a=await resolveParams(t,n,r);if(typeof r.endpointProvider!==`function`)throw new Error(`config.endpointProvider is not set.`);const o=r.endpointProvider(a,i);if(r.isCustomEndpoint&&r.endpoint){const e=await r.endpoint();if(e?.headers){o.headers??={};for(const[t,n]of Object.entries(e.headers))o.headers[t]=Array.isArray(n)?n:[n]}}return o}}const resolveParams=async(e,t,n)=>{const r={};const i=t?.getEndpointParameterInstructions?.()||{};for(const[t,a]of Object.entries(i))switch(a.type){case`staticContextParams`:r[t]=a.value;break;case`contextParams`:r[t]=e[a.name];break;case`clientContextParams`:case`builtInParams`:r[t]=await createConfigValueProvider(a.name,t,n,a.type!==`builtInParams`)();break;case`operationContextParams`:r[t]=a.get(e);break;default:throw new Error(`Unrecognized endpoint parameter instruction: `+JSON.stringify(a))}if(Object.keys(i).length===0)Object.assign(r,n);if(String(n.serviceId).toLowerCase()===`s3`)await resolveParamsForS3(r);return r};function setFeature(e,t,n){if(!e.__smithy_context)e.__smithy_context={features:{}};else if(!e.__smithy_context.features)e.__smithy_context.features={};e.__smithy_context.features[t]=n}function bindEndpointMiddleware(e){const t=bindGetEndpointFromInstructions(e);return({config:e,instructions:n})=>{return(r,i)=>async a=>{if(e.isCustomEndpoint)setFeature(i,`ENDPOINT_OVERRIDE`,`N`);const o=await t(a.input,{getEndpointParameterInstructions(){return n}},{...e},i);i.endpointV2=o;i.authSchemes=o.properties?.authSchemes;const s=i.authSchemes?.[0];if(s){i[`signing_region`]=s.signingRegion;i[`signing_service`]=s.signingName;const e=getSmithyContext(i)?.selectedHttpAuthScheme?.httpAuthOption;if(e)e.signingProperties=Object.assign(e.signingProperties||{},{signing_region:s.signingRegion,signingRegion:s.signingRegion,signing_service:s.signingName,signingName:s.signingName,signingRegionSet:s.signingRegionSet},s.properties)}return r({...a})}}}const Ot={step:`serialize`,tags:[`ENDPOINT_PARAMETERS`,`ENDPOINT_V2`,`ENDPOINT`],name:`endpointV2Middleware`,override:true,relation:`before`,toMiddleware:{name:`serializerMiddleware`,step:`serialize`,tags:[`SERIALIZER`],override:true}.name};function bindGetEndpointPlugin(e){const t=bindEndpointMiddleware(e);return(e,n)=>({applyToStack:r=>{r.addRelativeTo(t({config:e,instructions:n}),Ot)}})}function bindResolveEndpointConfig(e){return t=>{const n=t.tls??true;const{endpoint:r,useDualstackEndpoint:i,useFipsEndpoint:a}=t;const o=Object.assign(t,{endpoint:r!=null?async()=>toEndpointV1(await normalizeProvider$1(r)()):void 0,tls:n,isCustomEndpoint:!!r,useDualstackEndpoint:normalizeProvider$1(i??false),useFipsEndpoint:normalizeProvider$1(a??false),ignoreConfiguredEndpointUrls:!!t.ignoreConfiguredEndpointUrls});let s=void 0;o.serviceConfiguredEndpoint=async()=>{if(t.serviceId&&!s)s=e(t.serviceId);return s};return o}}var kt=class BinaryDecisionDiagram{nodes;root;conditions;results;constructor(e,t,n,r){this.nodes=e;this.root=t;this.conditions=n;this.results=r}static from(e,t,n,r){return new BinaryDecisionDiagram(e,t,n,r)}};var EndpointCache=class{capacity;data=new Map;parameters=[];constructor({size:e,params:t}){this.capacity=e??50;if(t)this.parameters=t}get(e,t){const n=this.hash(e);if(n===false)return t();if(!this.data.has(n)){if(this.data.size>this.capacity+10){const e=this.data.keys();let t=0;while(true){const{value:n,done:r}=e.next();this.data.delete(n);if(r||++t>10)break}}this.data.set(n,t())}return this.data.get(n)}size(){return this.data.size}hash(e){let t=``;const{parameters:n}=this;if(n.length===0)return false;for(const r of n){const n=e[r];const i=n==null?`\0`:String(n);if(i.includes(`|;`))return false;t+=i+`|;`}return t}};var EndpointError=class extends Error{constructor(e){super(e);this.name=`EndpointError`}};const At=`endpoints`;function toDebugString(e){if(typeof e!==`object`||e==null)return e;if(`ref`in e)return`$${toDebugString(e.ref)}`;if(`fn`in e)return`${e.fn}(${(e.argv||[]).map(toDebugString).join(`, `)})`;return JSON.stringify(e,null,2)}const L={};const booleanEquals=(e,t)=>e===t;function coalesce(...e){for(const t of e)if(t!=null)return t}const getAttrPathList=e=>{const t=e.split(`.`);const n=[];for(const r of t){const t=r.indexOf(`[`);if(t!==-1){if(r.indexOf(`]`)!==r.length-1)throw new EndpointError(`Path: '${e}' does not end with ']'`);const i=r.slice(t+1,-1);if(Number.isNaN(parseInt(i)))throw new EndpointError(`Invalid array index: '${i}' in path: '${e}'`);if(t!==0)n.push(r.slice(0,t));n.push(i)}else n.push(r)}return n};const getAttr=(e,t)=>getAttrPathList(t).reduce((n,r)=>{if(typeof n!==`object`)throw new EndpointError(`Index '${r}' in '${t}' not found in '${JSON.stringify(e)}'`);else if(Array.isArray(n)){const e=parseInt(r);return n[e<0?n.length+e:e]}return n[r]},e);const isSet=e=>e!=null;function ite(e,t,n){return e?t:n}const not=e=>!e;const jt=new RegExp(`^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}$`);const isIpAddress=e=>jt.test(e)||e.startsWith(`[`)&&e.endsWith(`]`);const Mt={[E.HTTP]:80,[E.HTTPS]:443};const parseURL=e=>{const t=(()=>{try{if(e instanceof URL)return e;if(typeof e===`object`&&`hostname`in e){const{hostname:t,port:n,protocol:r=``,path:i=``,query:a={}}=e;const o=new URL(`${r}//${t}${n?`:${n}`:``}${i}`);o.search=Object.entries(a).map(([e,t])=>`${e}=${t}`).join(`&`);return o}return new URL(e)}catch(e){return null}})();if(!t){console.error(`Unable to parse ${JSON.stringify(e)} as a whatwg URL.`);return null}const n=t.href;const{host:r,hostname:i,pathname:a,protocol:o,search:s}=t;if(s)return null;const c=o.slice(0,-1);if(!Object.values(E).includes(c))return null;const l=isIpAddress(i);return{scheme:c,authority:`${r}${n.includes(`${r}:${Mt[c]}`)||typeof e===`string`&&e.includes(`${r}:${Mt[c]}`)?`:${Mt[c]}`:``}`,path:a,normalizedPath:a.endsWith(`/`)?a:`${a}/`,isIp:l}};function split(e,t,n){if(n===1)return[e];if(e===``)return[``];const r=e.split(t);if(n===0)return r;return r.slice(0,n-1).concat(r.slice(1).join(t))}const stringEquals=(e,t)=>e===t;const substring=(e,t,n,r)=>{if(e==null||t>=n||e.length<n||/[^\u0000-\u007f]/.test(e))return null;if(!r)return e.substring(t,n);return e.substring(e.length-n,e.length-t)};const uriEncode=e=>encodeURIComponent(e).replace(/[!*'()]/g,e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`);const Nt={booleanEquals,coalesce,getAttr,isSet,isValidHostLabel,ite,not,parseURL,split,stringEquals,substring,uriEncode};const evaluateTemplate=(e,t)=>{const n=[];const{referenceRecord:r,endpointParams:i}=t;let a=0;while(a<e.length){const t=e.indexOf(`{`,a);if(t===-1){n.push(e.slice(a));break}n.push(e.slice(a,t));const o=e.indexOf(`}`,t);if(o===-1){n.push(e.slice(t));break}if(e[t+1]===`{`&&e[o+1]===`}`){n.push(e.slice(t+1,o));a=o+2}const s=e.substring(t+1,o);if(s.includes(`#`)){const[e,t]=s.split(`#`);n.push(getAttr(r[e]??i[e],t))}else n.push(r[s]??i[s]);a=o+1}return n.join(``)};const getReferenceValue=({ref:e},t)=>{return t.referenceRecord[e]??t.endpointParams[e]};const evaluateExpression=(e,t,n)=>{if(typeof e===`string`)return evaluateTemplate(e,n);else if(e[`fn`])return Pt.callFunction(e,n);else if(e[`ref`])return getReferenceValue(e,n);throw new EndpointError(`'${t}': ${String(e)} is not a string, function or reference.`)};const callFunction=({fn:e,argv:t},n)=>{const r=Array(t.length);for(let e=0;e<r.length;++e){const i=t[e];if(typeof i===`boolean`||typeof i===`number`)r[e]=i;else r[e]=Pt.evaluateExpression(i,`arg`,n)}const i=e.indexOf(`.`);if(i!==-1){const t=L[e.slice(0,i)]?.[e.slice(i+1)];if(typeof t===`function`)return t(...r)}const a=Nt[e];if(typeof a===`function`)return a(...r);throw new Error(`function ${e} not loaded in endpointFunctions.`)};const Pt={evaluateExpression,callFunction};const evaluateCondition=(e,t)=>{const{assign:n}=e;if(n&&n in t.referenceRecord)throw new EndpointError(`'${n}' is already defined in Reference Record.`);const r=callFunction(e,t);t.logger?.debug?.(`${At} evaluateCondition: ${toDebugString(e)} = ${toDebugString(r)}`);const i=r===``?true:!!r;if(n!=null)return{result:i,toAssign:{name:n,value:r}};return{result:i}};const getEndpointHeaders=(e,t)=>Object.entries(e??{}).reduce((e,[n,r])=>{e[n]=r.map(e=>{const r=evaluateExpression(e,`Header value entry`,t);if(typeof r!==`string`)throw new EndpointError(`Header '${n}' value '${r}' is not a string`);return r});return e},{});const getEndpointProperties=(e,t)=>Object.entries(e).reduce((e,[n,r])=>{e[n]=Ft.getEndpointProperty(r,t);return e},{});const getEndpointProperty=(e,t)=>{if(Array.isArray(e))return e.map(e=>getEndpointProperty(e,t));switch(typeof e){case`string`:return evaluateTemplate(e,t);case`object`:if(e===null)throw new EndpointError(`Unexpected endpoint property: ${e}`);return Ft.getEndpointProperties(e,t);case`boolean`:return e;default:throw new EndpointError(`Unexpected endpoint property type: ${typeof e}`)}};const Ft={getEndpointProperty,getEndpointProperties};const getEndpointUrl=(e,t)=>{const n=evaluateExpression(e,`Endpoint URL`,t);if(typeof n===`string`)try{return new URL(n)}catch(e){console.error(`Failed to construct URL with ${n}`,e);throw e}throw new EndpointError(`Endpoint URL must be a string, got ${typeof n}`)};const It=1e8;const decideEndpoint=(e,t)=>{const{nodes:n,root:r,results:i,conditions:a}=e;let o=r;const s={};const c={referenceRecord:s,endpointParams:t.endpointParams,logger:t.logger};while(o!==1&&o!==-1&&o<It){const e=3*(Math.abs(o)-1);const[t,r,i]=[n[e],n[e+1],n[e+2]];const[l,u,d]=a[t];const f=evaluateCondition({fn:l,assign:d,argv:u},c);if(f.toAssign){const{name:e,value:t}=f.toAssign;s[e]=t}o=o>=0===f.result?r:i}if(o>=It){const e=i[o-It];if(e[0]===-1){const[,t]=e;throw new EndpointError(evaluateExpression(t,`Error`,c))}const[t,n,r]=e;return{url:getEndpointUrl(t,c),properties:getEndpointProperties(n,c),headers:getEndpointHeaders(r??{},c)}}throw new EndpointError(`No matching endpoint.`)};const Lt=bindResolveEndpointConfig(getEndpointFromConfig);bindEndpointMiddleware(getEndpointFromConfig);const Rt=bindGetEndpointPlugin(getEndpointFromConfig);const isReadableStream=e=>typeof ReadableStream===`function`&&(e?.constructor?.name===ReadableStream.name||e instanceof ReadableStream);const isBlob=e=>{return typeof Blob===`function`&&(e?.constructor?.name===Blob.name||e instanceof Blob)};const fromUtf8=e=>new TextEncoder().encode(e);const zt=`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/`;Object.entries(zt).reduce((e,[t,n])=>{e[n]=Number(t);return e},{});const Bt=zt.split(``);function toBase64(e){let t;if(typeof e===`string`)t=fromUtf8(e);else t=e;const n=typeof t===`object`&&typeof t.length===`number`;const r=typeof t===`object`&&typeof t.byteOffset===`number`&&typeof t.byteLength===`number`;if(!n&&!r)throw new Error(`@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.`);let i=``;for(let e=0;e<t.length;e+=3){let n=0;let r=0;for(let i=e,a=Math.min(e+3,t.length);i<a;i++){n|=t[i]<<(a-i-1)*8;r+=8}const a=Math.ceil(r/6);n<<=a*6-r;for(let e=1;e<=a;e++){const t=(a-e)*6;i+=Bt[(n&63<<t)>>t]}i+=`==`.slice(0,4-a)}return i}const toUtf8=e=>{if(typeof e===`string`)return e;if(typeof e!==`object`||typeof e.byteOffset!==`number`||typeof e.byteLength!==`number`)throw new Error(`@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.`);return new TextDecoder(`utf-8`).decode(e)};const streamCollector$1=async e=>{if(isBlob(e))return collectBlob(e);return collectReadableStream(e)};async function collectBlob(e){return e.arrayBuffer().then(e=>new Uint8Array(e))}async function collectReadableStream(e){const t=[];const n=e.getReader();let r=0;while(true){const{done:e,value:i}=await n.read();if(i){t.push(i);r+=i.length}if(e)break}return concatBytes(t,r)}const Vt=`The stream has already been transformed.`;const sdkStreamMixin$1=e=>{if(!isBlobInstance(e)&&!isReadableStream(e)){const t=e?.__proto__?.constructor?.name||e;throw new Error(`Unexpected stream implementation, expect Blob or ReadableStream, got ${t}`)}let t=false;const transformToByteArray=async()=>{if(t)throw new Error(Vt);t=true;return await streamCollector$1(e)};const blobToWebStream=e=>{if(typeof e.stream!==`function`)throw new Error(`Cannot transform payload Blob to web stream. Please make sure the Blob.stream() is polyfilled.
If you are using React Native, this API is not yet supported, see: https://react-native.canny.io/feature-requests/p/fetch-streaming-body`);return e.stream()};return Object.assign(e,{transformToByteArray,transformToString:async e=>{const t=await transformToByteArray();if(e===`base64`)return toBase64(t);else if(e===`hex`)return toHex(t);else if(e===void 0||e===`utf8`||e===`utf-8`)return toUtf8(t);else if(typeof TextDecoder===`function`)return new TextDecoder(e).decode(t);else throw new Error(`TextDecoder is not available, please make sure polyfill is provided.`)},transformToWebStream:()=>{if(t)throw new Error(Vt);t=true;if(isBlobInstance(e))return blobToWebStream(e);else if(isReadableStream(e))return e;else throw new Error(`Cannot transform payload to web stream, got ${e}`)}})};const isBlobInstance=e=>typeof Blob===`function`&&e instanceof Blob;const streamCollector=e=>{if(isBlob(e))return collectBlob(e);if(isReadableStream(e))return collectReadableStream(e);return new Promise((t,n)=>{const r=new Collector;const i=e;i.pipe(r);i.on(`error`,e=>{r.end();n(e)});r.on(`error`,n);r.on(`finish`,function(){t(concatBytes(this.bufferedBytes))})})};var Collector=class extends external_node_stream_.Writable{bufferedBytes=[];_write(e,t,n){this.bufferedBytes.push(e);n()}};const Ht=`The stream has already been transformed.`;const sdkStreamMixin=e=>{if(!(e instanceof external_node_stream_.Readable))try{return sdkStreamMixin$1(e)}catch(t){const n=e?.__proto__?.constructor?.name||e;throw new Error(`Unexpected stream implementation, expect Stream.Readable instance, got ${n}`)}let t=false;const transformToByteArray=async()=>{if(t)throw new Error(Ht);t=true;return await streamCollector(e)};return Object.assign(e,{transformToByteArray,transformToString:async e=>{const t=await transformToByteArray();if(e===void 0||Buffer.isEncoding(e))return fromArrayBuffer(t.buffer,t.byteOffset,t.byteLength).toString(e);else return new TextDecoder(e).decode(t)},transformToWebStream:()=>{if(t)throw new Error(Ht);if(e.readableFlowing!==null)throw new Error(`The stream has been consumed by other callbacks.`);if(typeof external_node_stream_.Readable.toWeb!==`function`)throw new Error(`Readable.toWeb() is not supported. Please ensure a polyfill is available.`);t=true;return external_node_stream_.Readable.toWeb(e)}})};function writeKey$2(e){Object.defineProperty(e,"__proto__",{value:void 0,writable:true,enumerable:true,configurable:true})}var Uint8ArrayBlobAdapter=class extends bindUint8ArrayBlobAdapter(toUtf8$1,fromUtf8$1,toBase64$1,fromBase64){};const Ut=bindV4(external_node_crypto_.getRandomValues);const Wt=Ut;const collectBody=async(e=new Uint8Array,t)=>{if(e instanceof Uint8Array)return Uint8ArrayBlobAdapter.mutate(e);if(!e)return Uint8ArrayBlobAdapter.mutate(new Uint8Array);const n=t.streamCollector(e);return Uint8ArrayBlobAdapter.mutate(await n)};function extendedEncodeURIComponent(e){if(/^[\w.~-]+$/.test(e))return e;return encodeURIComponent(e).replace(/[!'()*]/g,function(e){return`%`+e.charCodeAt(0).toString(16).toUpperCase()})}const Gt=Symbol.for(`@smithy/schema-x`);var R=class HttpBindingNormalizedSchema extends F{static identity=Symbol.for(`@smithy/HttpBindingNormalizedSchema`);identity=HttpBindingNormalizedSchema.identity;bindings;constructor(e){super(e)}static of(e){const t=F.of(e);if(t.identity===HttpBindingNormalizedSchema.identity)return t;const n=t.isMemberSchema()?t:t.getSchema();const r=typeof n===`object`&&n!==null?n:t;return r[Gt]??=new HttpBindingNormalizedSchema(t)}getHttpBindingLocation(e){if(e.httpPayload)return 36;if(e.httpLabel)return 33;if(e.httpHeader)return 38;if(typeof e.httpPrefixHeaders===`string`)return 39;if(e.httpQuery)return 34;if(e.httpQueryParams)return 35;if(e.httpResponseCode)return 37;return 32}getHttpBindingValue(e,t,n=false){const r=this.getSchema();const i=typeof r===`number`?r&255:this.isListSchema()?64:255;const a=e&7;const o=t.mediaType?t.mediaType===`application/json`||t.mediaType.endsWith(`+json`)?2:1:0;const s=t.streaming||i===42?this.isStructSchema()?2:1:0;const c=i>=4&&i<=7?a>=6?2:a>0&&a<4?1:0:0;let l=i|o<<8|(t.idempotencyToken?1:0)<<10|s<<11|(t.sparse?1:0)<<13|c<<14|(t.hostLabel?1:0)<<17|(e===36&&typeof r!==`object`?1:0)<<18;const u=i&192;const d=a&2&&(u===64||!n&&a&1)?this.getHttpBindingCollectionValue(e,t):void 0;const f=(d?.[1]??0)&255;l|=(a>=6&&(f===4||f===6)?1:0)<<16;return[this,l,d]}getHttpBindingCollectionValue(e,t=this.getMergedTraits()){const n=HttpBindingNormalizedSchema.of(this.getValueSchema());return n.getHttpBindingValue(e,{...n.getMergedTraits(),...t},true)}getHttpBindings(){const e=this.getSchema();return typeof e!==`object`||e===null?Kt:this.bindings??=buildHttpBindings(this)}};const buildHttpBindings=e=>{const t=[];const n=[];const r=[];const i=[];const a=[];const o={};const s={};const c=[];const l={headers:s,prefixHeaders:c};const u={request:{memberBindings:a,byName:o},response:{bodyMemberNames:t,bindings:l}};const{request:d,response:f}=u;for(const[u,f]of e.structIterator()){const e=R.of(f);const p=e.getMergedTraits();const m=e.getHttpBindingLocation(p);const h=p.httpHeader?.toLowerCase()??p.httpPrefixHeaders?.toLowerCase()??p.httpQuery;const g=e.getHttpBindingValue(m,p);const _=[u,g,m,h];if(u===`__proto__`)writeKey$2(o);o[u]=_;if(g[1]>>10&1)d.hasIdempotency=true;a.push(_);const v=m&7;if(v===0){r.push(u);i.push(f)}if((v&4)===0){t.push(u);n.push(f)}else if((v&6)===4){if(v&1)l.statusCode=_;else{l.payload=_;const e=g[1]&255;d.contentTypeInstruction=p.mediaType??(e===0?`text/plain`:e===21||e===42?`application/octet-stream`:null)}}else if(v&1){d.hasPrefixHeaders=true;c.push(_)}else{if(h===`__proto__`)writeKey$2(s);s[h]=_}}if(d.contentTypeInstruction===void 0&&r.length)d.contentTypeInstruction=null;d.syntheticBodySchema=createBodySchema(e,r,i);f.syntheticBodySchema=createBodySchema(e,t,n);return u};const buildPathSegments=e=>{const t=[];let n=0;for(const r of e.matchAll(/\{([^{}+]+)(\+)?\}/g)){if(r.index>n)t.push([e.slice(n,r.index),0]);t.push([r[1],r[2]?2:1]);n=r.index+r[0].length}if(t.length&&n<e.length)t.push([e.slice(n),0]);return t.length?t:void 0};const buildHttpOperationBindings=e=>{const{http:t,endpoint:n}=translateTraits(e.traits??{});const[r,i]=t?.[1].split(`?`)??[];return[t?.[0],r,i?[...new URLSearchParams(i)]:[],r?buildPathSegments(r):void 0,n?.[0]]};const Kt={request:{memberBindings:[],byName:{}},response:{bodyMemberNames:[],bindings:{headers:{},prefixHeaders:[]}}};const getHttpOperationBindings=e=>e[Gt]??=buildHttpOperationBindings(e);const createBodySchema=(e,t,n)=>{if(!t.length)return;const r=e.getSchema();const i=[3,r[1],r[2],e.getMergedTraits(),t,n];const a=r[6];const o=a&&t.reduce((e,t)=>e+(r[4].indexOf(t)<a?1:0),0);if(o)i[6]=o;return i};var SerdeContext=class{serdeContext;setSerdeContext(e){this.serdeContext=e}};var HttpProtocol=class extends SerdeContext{options;compositeErrorRegistry;constructor(e){super();this.options=e;this.compositeErrorRegistry=new I(e.defaultNamespace);for(const t of e.errorTypeRegistries??[])this.compositeErrorRegistry.copyFrom(t)}getRequestType(){return A}getResponseType(){return HttpResponse}setSerdeContext(e){this.serdeContext=e;this.serializer.setSerdeContext(e);this.deserializer.setSerdeContext(e);if(this.getPayloadCodec())this.getPayloadCodec().setSerdeContext(e)}updateServiceEndpoint(e,t){if(`url`in t){e.protocol=t.url.protocol;e.hostname=t.url.hostname;e.port=t.url.port?Number(t.url.port):void 0;e.path=t.url.pathname;e.fragment=t.url.hash||void 0;e.username=t.url.username||void 0;e.password=t.url.password||void 0;if(!e.query)e.query={};for(const[n,r]of t.url.searchParams.entries())e.query[n]=r;if(t.headers)for(const n in t.headers){if(!hasOwn(t.headers,n))continue;e.headers[n]=t.headers[n].join(`, `)}return e}else{e.protocol=t.protocol;e.hostname=t.hostname;e.port=t.port?Number(t.port):void 0;e.path=t.path;e.query={...t.query};if(t.headers)for(const n in t.headers){if(!hasOwn(t.headers,n))continue;e.headers[n]=t.headers[n]}return e}}setHostPrefix(e,t,n,r=getHttpOperationBindings(t)){if(this.serdeContext?.disableHostPrefix)return;const i=r[4];if(typeof i!==`string`)return;let a=i;for(const[e,[,r]]of R.of(t.input).getHttpBindings().request.memberBindings){if(!(r>>17&1))continue;const t=n[e];if(typeof t!==`string`)throw new Error(`@smithy/core/schema - ${e} in input must be a string as hostLabel.`);a=a.replace(`{${e}}`,t)}e.hostname=a+e.hostname;if(!isValidHostname(e.hostname))throw new Error(`[${e.hostname}] is not a valid hostname.`)}deserializeMetadata(e){return{httpStatusCode:e.statusCode,requestId:e.headers[`x-amzn-requestid`]??e.headers[`x-amzn-request-id`]??e.headers[`x-amz-request-id`],extendedRequestId:e.headers[`x-amz-id-2`],cfId:e.headers[`x-amz-cf-id`]}}resolveError(e,t,n){const r=[-3,``,`Error`,0,[],[],0];let i;for(const r of n)for(const n of t)try{if(n===`*`)i=r.getSchema(e);else i=r.getSchema(n+`#`+e);const t=r.getErrorCtor(i);if(t)return[i,t,`modeled`];else{const e=r.getBaseException();if(e){const t=r.getErrorCtor(e);if(t)return[i,t,`synthetic`]}}}catch(e){}for(const e of n){const t=e.getBaseException();if(t){const n=e.getErrorCtor(t);if(n)return[t,n,`synthetic`]}}return[r,Error,`native`]}async serializeEventStream({eventStream:e,requestSchema:t,initialRequest:n}){return(await this.loadEventStreamCapability()).serializeEventStream({eventStream:e,requestSchema:t,initialRequest:n})}async deserializeEventStream({response:e,responseSchema:t,initialResponseContainer:n}){return(await this.loadEventStreamCapability()).deserializeEventStream({response:e,responseSchema:t,initialResponseContainer:n})}async loadEventStreamCapability(){const{EventStreamSerde:e,eventStreamSerdeProvider:t}=await __nccwpck_require__.e(/* import() */ 788).then(__nccwpck_require__.bind(__nccwpck_require__, 788));return new e({marshaller:this.resolveEventStreamMarshaller(t),serializer:this.serializer,deserializer:this.deserializer,serdeContext:this.serdeContext,defaultContentType:this.getDefaultContentType(),compositeErrorRegistry:this.compositeErrorRegistry})}getDefaultContentType(){throw new Error(`@smithy/core/protocols - ${this.constructor.name} getDefaultContentType() implementation missing.`)}async deserializeHttpMessage(e,t,n,r,i){return[]}getEventStreamMarshaller(){const e=this.serdeContext;if(!e.eventStreamMarshaller)throw new Error(`@smithy/core - HttpProtocol: eventStreamMarshaller missing in serdeContext.`);return e.eventStreamMarshaller}resolveEventStreamMarshaller(e){const t=this.serdeContext;if(t.eventStreamMarshaller)return t.eventStreamMarshaller;return e(this.serdeContext)}};var RpcProtocol=class extends HttpProtocol{async serializeRequest(e,t,n){const r=this.serializer;const i={};const a={};const o=await n.endpoint();const s=F.of(e?.input);const c=s.getSchema();let l;const u=t&&typeof t===`object`?t:{};const d=new A({protocol:``,hostname:``,port:void 0,path:`/`,fragment:void 0,query:i,headers:a,body:void 0});if(o){this.updateServiceEndpoint(d,o);this.setHostPrefix(d,e,u)}if(u){const e=s.getEventStreamMember();if(e){if(u[e]){const t={};for(const[n]of s.structIterator())if(n!==e&&u[n]!=null)t[n]=u[n];l=await this.serializeEventStream({eventStream:u[e],requestSchema:s,initialRequest:t})}}else{r.write(c,u);l=r.flush()}}d.headers=Object.assign(d.headers,a);d.query=i;d.body=l;d.method=`POST`;return d}async deserializeResponse(e,t,n){const r=this.deserializer;const i=F.of(e.output);const a={};if(this.isErrorResponse(n.statusCode)){const i=await collectBody(n.body,t);if(i.byteLength>0)Object.assign(a,await r.read(15,i));await this.handleError(e,t,n,a,this.deserializeMetadata(n));throw new Error(`@smithy/core/protocols - RPC Protocol error handler failed to throw.`)}for(const e in n.headers){if(!hasOwn(n.headers,e))continue;const t=n.headers[e];delete n.headers[e];n.headers[e.toLowerCase()]=t}const o=i.getEventStreamMember();if(o)a[o]=await this.deserializeEventStream({response:n,responseSchema:i,initialResponseContainer:a});else{const e=await collectBody(n.body,t);if(e.byteLength>0)Object.assign(a,await r.read(i,e))}a.$metadata=this.deserializeMetadata(n);return a}isErrorResponse(e){return e>=300}};var FromStringShapeDeserializer=class extends SerdeContext{settings;constructor(e){super();this.settings=e}read(e,t){const n=R.of(e);const r=n.getMergedTraits();const i=n.getHttpBindingLocation(r);return this.readHttpBinding(n.getHttpBindingValue(i,r),t,i)}readHttpBinding([e,t,n],r,i){const a=t&255;if((a&192)===64){n??=e.getHttpBindingCollectionValue(i);return splitHeader(r).map(e=>this.readHttpBinding(n,e,i))}switch(a){case 21:case 42:return(this.serdeContext?.base64Decoder??fromBase64)(r);case 4:case 5:case 6:case 7:{const e=this.settings.httpBindings?t>>14&3:0;switch(this.settings.timestampFormat.useTrait&&a>4?a:e?e+4:this.settings.timestampFormat.default){case 5:return _parseRfc3339DateTimeWithOffset(r);case 6:return _parseRfc7231DateTime(r);case 7:return _parseEpochTimestamp(r);default:console.warn(`Missing timestamp format, parsing value with Date constructor:`,r);return new Date(r)}}case 0:{const e=t>>8&3;if(!e)return r;let n=r;if((i&6)===6)n=(this.serdeContext?.utf8Encoder??toUtf8$1)((this.serdeContext?.base64Decoder??fromBase64)(n));return e===2?j.from(n):n}case 1:return Number(r);case 2:return r.toLowerCase()===`true`;case 17:return BigInt(r);case 19:return new Ne(r,`bigDecimal`);default:return r}}};function determineTimestampFormat(e,t){if(t.timestampFormat.useTrait){const t=e.getSchema();if(t===5||t===6||t===7)return t}const{httpLabel:n,httpPrefixHeaders:r,httpHeader:i,httpQuery:a}=e.getMergedTraits();return(t.httpBindings?typeof r===`string`||Boolean(i)?6:Boolean(a)||Boolean(n)?5:void 0:void 0)??t.timestampFormat.default}const getHttpHandlerExtensionConfiguration=e=>{if(e.logger&&e.logger.constructor?.name!==`NoOpLogger`)e.requestHandler?.updateHttpClientConfig?.(Symbol.for(`logger`),e.logger);if(e.defaultSocketTimeout)e.requestHandler?.updateHttpClientConfig?.(Symbol.for(`@smithy/defaultSocketTimeout`),e.defaultSocketTimeout);return{setHttpHandler(t){e.requestHandler=t},httpHandler(){return e.requestHandler},updateHttpClientConfig(t,n){e.requestHandler?.updateHttpClientConfig(t,n)},httpHandlerConfigs(){return e.requestHandler.httpHandlerConfigs()}}};const resolveHttpHandlerRuntimeConfig=e=>{return{requestHandler:e.httpHandler()}};const qt=`content-length`;function contentLengthMiddleware(e){return t=>async n=>{const r=n.request;if(A.isInstance(r)){const{body:t,headers:n}=r;if(t&&Object.keys(n).map(e=>e.toLowerCase()).indexOf(qt)===-1)try{const n=e(t);if(n!=null)r.headers={...r.headers,[qt]:String(n)}}catch(e){}}return t({...n,request:r})}}const Jt={step:`build`,tags:[`SET_CONTENT_LENGTH`,`CONTENT_LENGTH`],name:`contentLengthMiddleware`,override:true};const getContentLengthPlugin=e=>({applyToStack:t=>{t.add(contentLengthMiddleware(e.bodyLengthChecker),Jt)}});const escapeUri=e=>encodeURIComponent(e).replace(/[!'()*]/g,hexEncode);const hexEncode=e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`;function buildQueryString(e){const t=[];for(let n of Object.keys(e).sort()){const r=e[n];n=escapeUri(n);if(Array.isArray(r))for(let e=0,i=r.length;e<i;e++)t.push(`${n}=${escapeUri(r[e])}`);else{let e=n;if(r||typeof r===`string`)e+=`=${escapeUri(r)}`;t.push(e)}}return t.join(`&`)}function resolveHostHeaderConfig(e){return e}const hostHeaderMiddleware=e=>t=>async n=>{if(!A.isInstance(n.request))return t(n);const{request:r}=n;const{handlerProtocol:i=``}=e.requestHandler.metadata||{};if(i.indexOf(`h2`)>=0&&!r.headers[`:authority`]){delete r.headers[`host`];r.headers[`:authority`]=r.hostname+(r.port?`:`+r.port:``)}else if(!r.headers[`host`]){let e=r.hostname;if(r.port!=null)e+=`:${r.port}`;r.headers[`host`]=e}return t(n)};const Yt={name:`hostHeaderMiddleware`,step:`build`,priority:`low`,tags:[`HOST`],override:true};const getHostHeaderPlugin=e=>({applyToStack:t=>{t.add(hostHeaderMiddleware(e),Yt)}});const loggerMiddleware=()=>(e,t)=>async n=>{try{const r=await e(n);const{clientName:i,commandName:a,logger:o,dynamoDbDocumentClientOptions:s={}}=t;const{overrideInputFilterSensitiveLog:c,overrideOutputFilterSensitiveLog:l}=s;const u=c??t.inputFilterSensitiveLog;const d=l??t.outputFilterSensitiveLog;const{$metadata:f,...p}=r.output;o?.info?.({clientName:i,commandName:a,input:u(n.input),output:d(p),metadata:f});return r}catch(e){const{clientName:r,commandName:i,logger:a,dynamoDbDocumentClientOptions:o={}}=t;const{overrideInputFilterSensitiveLog:s}=o;const c=s??t.inputFilterSensitiveLog;a?.error?.({clientName:r,commandName:i,input:c(n.input),error:e,metadata:e.$metadata});throw e}};const Xt={name:`loggerMiddleware`,tags:[`LOGGER`],step:`initialize`,override:true};const getLoggerPlugin=e=>({applyToStack:e=>{e.add(loggerMiddleware(),Xt)}});const Zt={step:`build`,tags:[`RECURSION_DETECTION`,`TRACE_CONTEXT_PROPAGATION`],name:`recursionDetectionMiddleware`,override:true,priority:`low`};const z={REQUEST_ID:Symbol.for(`_AWS_LAMBDA_REQUEST_ID`),X_RAY_TRACE_ID:Symbol.for(`_AWS_LAMBDA_X_RAY_TRACE_ID`),TENANT_ID:Symbol.for(`_AWS_LAMBDA_TENANT_ID`),TRACEPARENT:Symbol.for(`_AWS_LAMBDA_TRACEPARENT`),TRACESTATE:Symbol.for(`_AWS_LAMBDA_TRACESTATE`),BAGGAGE:Symbol.for(`_AWS_LAMBDA_BAGGAGE`)};const Qt=[`true`,`1`].includes(process.env?.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA??``);if(!Qt)globalThis.awslambda=globalThis.awslambda||{};var InvokeStoreBase=class{static PROTECTED_KEYS=z;isProtectedKey(e){return Object.values(z).includes(e)}getRequestId(){return this.get(z.REQUEST_ID)??`-`}getXRayTraceId(){return this.get(z.X_RAY_TRACE_ID)}getTenantId(){return this.get(z.TENANT_ID)}getTraceparent(){return this.get(z.TRACEPARENT)}getTracestate(){return this.get(z.TRACESTATE)}getBaggage(){return this.get(z.BAGGAGE)}};var InvokeStoreSingle=class extends InvokeStoreBase{currentContext;getContext(){return this.currentContext}hasContext(){return this.currentContext!==void 0}get(e){return this.currentContext?.[e]}set(e,t){if(this.isProtectedKey(e))throw new Error(`Cannot modify protected Lambda context field: ${String(e)}`);this.currentContext=this.currentContext||{};this.currentContext[e]=t}run(e,t){this.currentContext=e;return t()}};var $t=class InvokeStoreMulti extends InvokeStoreBase{als;static async create(){const e=new InvokeStoreMulti;e.als=new(await(Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 698, 19)))).AsyncLocalStorage;return e}getContext(){return this.als.getStore()}hasContext(){return this.als.getStore()!==void 0}get(e){return this.als.getStore()?.[e]}set(e,t){if(this.isProtectedKey(e))throw new Error(`Cannot modify protected Lambda context field: ${String(e)}`);const n=this.als.getStore();if(!n)throw new Error(`No context available`);n[e]=t}run(e,t){return this.als.run(e,t)}};var B;(function(e){let t=null;async function getInstanceAsync(e){if(!t)t=(async()=>{const t=e===true||`AWS_LAMBDA_MAX_CONCURRENCY`in process.env?await $t.create():new InvokeStoreSingle;if(!Qt&&globalThis.awslambda?.InvokeStore)return globalThis.awslambda.InvokeStore;else if(!Qt&&globalThis.awslambda){globalThis.awslambda.InvokeStore=t;return t}else return t})();return t}e.getInstanceAsync=getInstanceAsync;e._testing=process.env.AWS_LAMBDA_BENCHMARK_MODE===`1`?{reset:()=>{t=null;if(globalThis.awslambda?.InvokeStore)delete globalThis.awslambda.InvokeStore;globalThis.awslambda={InvokeStore:void 0}}}:void 0})(B||(B={}));const en=`AWS_LAMBDA_FUNCTION_NAME`;const tn=`_X_AMZN_TRACE_ID`;const nn=`X-Amzn-Trace-Id`;const rn=`traceparent`;const an=`tracestate`;const on=`baggage`;const recursionDetectionMiddleware=()=>e=>async t=>{const{request:n}=t;if(!A.isInstance(n))return e(t);let r;{const e=Object.keys(n.headers??{}).find(e=>e.toLowerCase()===nn.toLowerCase())??nn;if(!n.headers.hasOwnProperty(e)){const e=process.env[en];const t=process.env[tn];r??=await B.getInstanceAsync();const i=r?.getXRayTraceId()??t;const nonEmptyString=e=>typeof e===`string`&&e.length>0;if(nonEmptyString(e)&&nonEmptyString(i))n.headers[nn]=i}}sanitizeTraceHeaders(n.headers);if(!n.headers[rn]){const e=(r??=await B.getInstanceAsync())?.getTraceparent?.();if(e){n.headers[rn]=e;const t=r?.getTracestate?.();if(t)n.headers[an]=t;const i=r?.getBaggage?.();if(i)n.headers[on]=i}}return e(t)};function sanitizeTraceHeaders(e){for(const t of Object.keys(e)){const n=t.toLowerCase();if(t!==n&&(n===rn||n===an||n===on)){e[n]=e[t];delete e[t]}}}const getRecursionDetectionPlugin=e=>({applyToStack:e=>{e.add(recursionDetectionMiddleware(),Zt)}});const resolveAuthOptions=(e,t)=>{if(!t||t.length===0)return e;const n=[];for(const r of t)for(const t of e)if(t.schemeId.split(`#`)[1]===r)n.push(t);for(const t of e)if(!n.find(({schemeId:e})=>e===t.schemeId))n.push(t);return n};function convertHttpAuthSchemesToMap(e){const t=new Map;for(const n of e)t.set(n.schemeId,n);return t}const httpAuthSchemeMiddleware=(e,t)=>(n,r)=>async i=>{const a=e.httpAuthSchemeProvider(await t.httpAuthSchemeParametersProvider(e,r,i.input));const o=e.authSchemePreference?await e.authSchemePreference():[];const s=resolveAuthOptions(a,o);const c=convertHttpAuthSchemesToMap(e.httpAuthSchemes);const l=getSmithyContext(r);const u=[];for(const n of s){const i=c.get(n.schemeId);if(!i){u.push(`HttpAuthScheme \`${n.schemeId}\` was not enabled for this service.`);continue}const a=i.identityProvider(await t.identityProviderConfigProvider(e));if(!a){u.push(`HttpAuthScheme \`${n.schemeId}\` did not have an IdentityProvider configured.`);continue}const{identityProperties:o={},signingProperties:s={}}=n.propertiesExtractor?.(e,r)||{};n.identityProperties=Object.assign(n.identityProperties||{},o);n.signingProperties=Object.assign(n.signingProperties||{},s);l.selectedHttpAuthScheme={httpAuthOption:n,identity:await a(n.identityProperties),signer:i.signer};break}if(!l.selectedHttpAuthScheme)throw new Error(u.join(`
`));return n(i)};const sn={step:`serialize`,tags:[`HTTP_AUTH_SCHEME`],name:`httpAuthSchemeMiddleware`,override:true,relation:`before`,toMiddleware:`endpointV2Middleware`};const getHttpAuthSchemeEndpointRuleSetPlugin=(e,{httpAuthSchemeParametersProvider:t,identityProviderConfigProvider:n})=>({applyToStack:r=>{r.addRelativeTo(httpAuthSchemeMiddleware(e,{httpAuthSchemeParametersProvider:t,identityProviderConfigProvider:n}),sn)}});const defaultErrorHandler=e=>e=>{throw e};const defaultSuccessHandler=(e,t)=>{};const httpSigningMiddleware=e=>(e,t)=>async n=>{if(!A.isInstance(n.request))return e(n);const r=getSmithyContext(t).selectedHttpAuthScheme;if(!r)throw new Error(`No HttpAuthScheme was selected: unable to sign request`);const{httpAuthOption:{signingProperties:i={}},identity:a,signer:o}=r;const s=await e({...n,request:await o.sign(n.request,a,i)}).catch((o.errorHandler||defaultErrorHandler)(i));(o.successHandler||defaultSuccessHandler)(s.response,i);return s};const cn={step:`finalizeRequest`,tags:[`HTTP_SIGNING`],name:`httpSigningMiddleware`,aliases:[`apiKeyMiddleware`,`tokenMiddleware`,`awsAuthMiddleware`],override:true,relation:`after`,toMiddleware:`retryMiddleware`};const getHttpSigningPlugin=e=>({applyToStack:t=>{t.addRelativeTo(httpSigningMiddleware(e),cn)}});const normalizeProvider=e=>{if(typeof e===`function`)return e;const t=Promise.resolve(e);return()=>t};var DefaultIdentityProviderConfig=class{authSchemes=new Map;constructor(e){for(const t in e){if(!hasOwn(e,t))continue;const n=e[t];if(n!==void 0)this.authSchemes.set(t,n)}}getIdentityProvider(e){return this.authSchemes.get(e)}};const createIsIdentityExpiredFunction=e=>function isIdentityExpired(t){return doesIdentityRequireRefresh(t)&&t.expiration.getTime()-Date.now()<e};const ln=createIsIdentityExpiredFunction(3e5);const doesIdentityRequireRefresh=e=>e.expiration!==void 0;const memoizeIdentityProvider=(e,t,n)=>{if(e===void 0)return;const r=typeof e!==`function`?async()=>Promise.resolve(e):e;let i;let a;let o;let s=false;const coalesceProvider=async e=>{if(!a)a=r(e);try{i=await a;o=true;s=false}finally{a=void 0}return i};if(t===void 0)return async e=>{if(!o||e?.forceRefresh)i=await coalesceProvider(e);return i};return async e=>{if(!o||e?.forceRefresh)i=await coalesceProvider(e);if(s)return i;if(!n(i)){s=true;return i}if(t(i)){await coalesceProvider(e);return i}return i}};function isValidUserAgentAppId(e){if(e===void 0)return true;return typeof e===`string`&&e.length<=50}function resolveUserAgentConfig(e){const t=normalizeProvider(e.userAgentAppId??void 0);const{customUserAgent:n}=e;return Object.assign(e,{customUserAgent:typeof n===`string`?[[n]]:n,userAgentAppId:async()=>{const n=await t();if(!isValidUserAgentAppId(n)){const t=e.logger?.constructor?.name===`NoOpLogger`||!e.logger?console:e.logger;if(typeof n!==`string`)t?.warn(`userAgentAppId must be a string or undefined.`);else if(n.length>50)t?.warn(`The provided userAgentAppId exceeds the maximum length of 50 characters.`)}return n}})}let un={"partitions":[{"id":`aws`,"outputs":{"dnsSuffix":`amazonaws.com`,"dualStackDnsSuffix":`api.aws`,"implicitGlobalRegion":`us-east-1`,"name":`aws`,"supportsDualStack":true,"supportsFIPS":true},"regionRegex":`^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$`,"regions":{"af-south-1":{"description":`Africa (Cape Town)`},"ap-east-1":{"description":`Asia Pacific (Hong Kong)`},"ap-east-2":{"description":`Asia Pacific (Taipei)`},"ap-northeast-1":{"description":`Asia Pacific (Tokyo)`},"ap-northeast-2":{"description":`Asia Pacific (Seoul)`},"ap-northeast-3":{"description":`Asia Pacific (Osaka)`},"ap-south-1":{"description":`Asia Pacific (Mumbai)`},"ap-south-2":{"description":`Asia Pacific (Hyderabad)`},"ap-southeast-1":{"description":`Asia Pacific (Singapore)`},"ap-southeast-2":{"description":`Asia Pacific (Sydney)`},"ap-southeast-3":{"description":`Asia Pacific (Jakarta)`},"ap-southeast-4":{"description":`Asia Pacific (Melbourne)`},"ap-southeast-5":{"description":`Asia Pacific (Malaysia)`},"ap-southeast-6":{"description":`Asia Pacific (New Zealand)`},"ap-southeast-7":{"description":`Asia Pacific (Thailand)`},"aws-global":{"description":`aws global region`},"ca-central-1":{"description":`Canada (Central)`},"ca-west-1":{"description":`Canada West (Calgary)`},"eu-central-1":{"description":`Europe (Frankfurt)`},"eu-central-2":{"description":`Europe (Zurich)`},"eu-north-1":{"description":`Europe (Stockholm)`},"eu-south-1":{"description":`Europe (Milan)`},"eu-south-2":{"description":`Europe (Spain)`},"eu-west-1":{"description":`Europe (Ireland)`},"eu-west-2":{"description":`Europe (London)`},"eu-west-3":{"description":`Europe (Paris)`},"il-central-1":{"description":`Israel (Tel Aviv)`},"me-central-1":{"description":`Middle East (UAE)`},"me-south-1":{"description":`Middle East (Bahrain)`},"me-west-1":{"description":`Middle East (Saudi Arabia)`},"mx-central-1":{"description":`Mexico (Central)`},"sa-east-1":{"description":`South America (Sao Paulo)`},"sa-west-1":{"description":`South America (Chile)`},"us-east-1":{"description":`US East (N. Virginia)`},"us-east-2":{"description":`US East (Ohio)`},"us-west-1":{"description":`US West (N. California)`},"us-west-2":{"description":`US West (Oregon)`}}},{"id":`aws-cn`,"outputs":{"dnsSuffix":`amazonaws.com.cn`,"dualStackDnsSuffix":`api.amazonwebservices.com.cn`,"implicitGlobalRegion":`cn-northwest-1`,"name":`aws-cn`,"supportsDualStack":true,"supportsFIPS":true},"regionRegex":`^cn\\-\\w+\\-\\d+$`,"regions":{"aws-cn-global":{"description":`aws-cn global region`},"cn-north-1":{"description":`China (Beijing)`},"cn-northwest-1":{"description":`China (Ningxia)`}}},{"id":`aws-eusc`,"outputs":{"dnsSuffix":`amazonaws.eu`,"dualStackDnsSuffix":`api.amazonwebservices.eu`,"implicitGlobalRegion":`eusc-de-east-1`,"name":`aws-eusc`,"supportsDualStack":true,"supportsFIPS":true},"regionRegex":`^eusc\\-(de)\\-\\w+\\-\\d+$`,"regions":{"eusc-de-east-1":{"description":`AWS European Sovereign Cloud (Germany)`}}},{"id":`aws-iso`,"outputs":{"dnsSuffix":`c2s.ic.gov`,"dualStackDnsSuffix":`api.aws.ic.gov`,"implicitGlobalRegion":`us-iso-east-1`,"name":`aws-iso`,"supportsDualStack":true,"supportsFIPS":true},"regionRegex":`^us\\-iso\\-\\w+\\-\\d+$`,"regions":{"aws-iso-global":{"description":`aws-iso global region`},"us-iso-east-1":{"description":`US ISO East`},"us-iso-west-1":{"description":`US ISO WEST`}}},{"id":`aws-iso-b`,"outputs":{"dnsSuffix":`sc2s.sgov.gov`,"dualStackDnsSuffix":`api.aws.scloud`,"implicitGlobalRegion":`us-isob-east-1`,"name":`aws-iso-b`,"supportsDualStack":true,"supportsFIPS":true},"regionRegex":`^us\\-isob\\-\\w+\\-\\d+$`,"regions":{"aws-iso-b-global":{"description":`aws-iso-b global region`},"us-isob-east-1":{"description":`US ISOB East (Ohio)`},"us-isob-west-1":{"description":`US ISOB West`}}},{"id":`aws-iso-e`,"outputs":{"dnsSuffix":`cloud.adc-e.uk`,"dualStackDnsSuffix":`api.cloud-aws.adc-e.uk`,"implicitGlobalRegion":`eu-isoe-west-1`,"name":`aws-iso-e`,"supportsDualStack":true,"supportsFIPS":true},"regionRegex":`^eu\\-isoe\\-\\w+\\-\\d+$`,"regions":{"aws-iso-e-global":{"description":`aws-iso-e global region`},"eu-isoe-west-1":{"description":`EU ISOE West`}}},{"id":`aws-iso-f`,"outputs":{"dnsSuffix":`csp.hci.ic.gov`,"dualStackDnsSuffix":`api.aws.hci.ic.gov`,"implicitGlobalRegion":`us-isof-south-1`,"name":`aws-iso-f`,"supportsDualStack":true,"supportsFIPS":true},"regionRegex":`^us\\-isof\\-\\w+\\-\\d+$`,"regions":{"aws-iso-f-global":{"description":`aws-iso-f global region`},"us-isof-east-1":{"description":`US ISOF EAST`},"us-isof-south-1":{"description":`US ISOF SOUTH`}}},{"id":`aws-us-gov`,"outputs":{"dnsSuffix":`amazonaws.com`,"dualStackDnsSuffix":`api.aws`,"implicitGlobalRegion":`us-gov-west-1`,"name":`aws-us-gov`,"supportsDualStack":true,"supportsFIPS":true},"regionRegex":`^us\\-gov\\-\\w+\\-\\d+$`,"regions":{"aws-us-gov-global":{"description":`aws-us-gov global region`},"us-gov-east-1":{"description":`AWS GovCloud (US-East)`},"us-gov-west-1":{"description":`AWS GovCloud (US-West)`}}}],"version":`1.1`};let dn=``;const partition=e=>{const{partitions:t}=un;for(const n of t){const{regions:t,outputs:r}=n;for(const[n,i]of Object.entries(t))if(n===e)return{...r,...i}}for(const n of t){const{regionRegex:t,outputs:r}=n;if(new RegExp(t).test(e))return{...r}}const n=t.find(e=>e.id===`aws`);if(!n)throw new Error(`Provided region was not found in the partition array or regex, and default partition with id 'aws' doesn't exist.`);return{...n.outputs}};const getUserAgentPrefix=()=>dn;const isStreamingPayload=e=>e?.body instanceof external_node_stream_.Readable||typeof ReadableStream!==`undefined`&&e?.body instanceof ReadableStream;const pn=[`BandwidthLimitExceeded`,`EC2ThrottledException`,`LimitExceededException`,`PriorRequestNotComplete`,`ProvisionedThroughputExceededException`,`RequestLimitExceeded`,`RequestThrottled`,`RequestThrottledException`,`SlowDown`,`ThrottledException`,`Throttling`,`ThrottlingException`,`TooManyRequestsException`,`TransactionInProgressException`];const mn=[`TimeoutError`,`RequestTimeout`,`RequestTimeoutException`];const hn=[500,502,503,504];const gn=[`ECONNRESET`,`ECONNREFUSED`,`EPIPE`,`ETIMEDOUT`];const _n=[`EHOSTUNREACH`,`ENETUNREACH`,`ENOTFOUND`,`EAI_AGAIN`];const isRetryableByTrait=e=>e?.$retryable!==void 0;const isClockSkewCorrectedError=e=>e.$metadata?.clockSkewCorrected;const isBrowserNetworkError=e=>{const t=new Set([`Failed to fetch`,`NetworkError when attempting to fetch resource`,`The Internet connection appears to be offline`,`Load failed`,`Network request failed`]);if(!(e&&e instanceof TypeError))return false;return t.has(e.message)};const isThrottlingError=e=>e.$metadata?.httpStatusCode===429||pn.includes(e.name)||e.$retryable?.throttling==true;const isTransientError=(e,t=0)=>e?.name!==`AbortError`&&(isRetryableByTrait(e)||isClockSkewCorrectedError(e)||e.name===`InvalidSignatureException`&&e.message?.includes(`Signature expired`)||mn.includes(e.name)||gn.includes(e?.code||``)||_n.includes(e?.code||``)||hn.includes(e.$metadata?.httpStatusCode||0)||isBrowserNetworkError(e)||isNodeJsHttp2TransientError(e)||e.cause!==void 0&&t<=10&&isTransientError(e.cause,t+1));const isServerError=e=>{if(e.$metadata?.httpStatusCode!==void 0){const t=e.$metadata.httpStatusCode;if(500<=t&&t<=599&&!isTransientError(e))return true;return false}return false};function isNodeJsHttp2TransientError(e){return e.code===`ERR_HTTP2_STREAM_ERROR`&&e.message.includes(`NGHTTP2_REFUSED_STREAM`)}const race=(e,t)=>{if(!t)return e;let cleanup=()=>{};const n=new Promise((e,n)=>{const handler=()=>n(createAbortError());if(t.aborted)handler();else if(typeof t.addEventListener===`function`){t.addEventListener(`abort`,handler,{once:true});cleanup=()=>t.removeEventListener(`abort`,handler)}else t.onabort=handler});return Promise.race([e,n]).finally(cleanup)};const createAbortError=()=>Object.assign(new Error(`Request aborted`),{name:`AbortError`});const isAbortError=e=>typeof e===`object`&&e!==null&&`name`in e&&e.name===`AbortError`;const vn=2e4;const yn=`amz-sdk-invocation-id`;const bn=`amz-sdk-request`;function parseRetryAfterHeader(e,t){if(!HttpResponse.isInstance(e))return;for(const n in e.headers){if(!hasOwn(e.headers,n))continue;const r=n.toLowerCase();if(r===`retry-after`){const r=e.headers[n];let i=NaN;if(r.endsWith(`GMT`))try{i=(parseRfc7231DateTime(r).getTime()-Date.now())/1e3}catch(e){t?.trace?.(`Failed to parse retry-after header`);t?.trace?.(e)}else if(r.match(/ GMT, ((\d+)|(\d+\.\d+))$/))i=Number(r.match(/ GMT, ([\d.]+)$/)?.[1]);else if(r.match(/^((\d+)|(\d+\.\d+))$/))i=Number(r);else if(Date.parse(r)>=Date.now())i=(Date.parse(r)-Date.now())/1e3;if(isNaN(i))return;return new Date(Date.now()+i*1e3)}else if(r===`x-amz-retry-after`){const r=e.headers[n];const i=Number(r);if(isNaN(i)){t?.trace?.(`Failed to parse x-amz-retry-after=${r}`);return}return new Date(Date.now()+i)}}}const asSdkError=e=>{if(e instanceof Error)return e;if(e instanceof Object)return Object.assign(new Error,e);if(typeof e===`string`)return new Error(e);return new Error(`AWS SDK error wrapper for ${e}`)};function bindRetryMiddleware(e){return t=>(n,r)=>async i=>{let a=await t.retryStrategy();const o=await t.maxAttempts();const s=r[O]?.abortSignal;if(isRetryStrategyV2(a)){a=a;const c=(r[`partition_id`]??``)+(r.__retryLongPoll?`:longpoll`:``);let l=await race(a.acquireInitialRetryToken(c),s);let u=new Error;let d=0;let f=0;const{request:p}=i;const m=A.isInstance(p);if(m)p.headers[yn]=Ut();while(true)try{if(m)p.headers[bn]=`attempt=${d+1}; max=${o}`;const{response:e,output:t}=await n(i);a.recordSuccess(l);t.$metadata.attempts=d+1;t.$metadata.totalRetryDelay=f;return{response:e,output:t}}catch(n){const i=getRetryErrorInfo(n,t.logger);u=asSdkError(n);if(m&&e(p)){(r.logger instanceof NoOpLogger?console:r.logger)?.warn(`An error was encountered in a non-retryable streaming request.`);throw u}try{l=await race(a.refreshRetryTokenForRetry(l,i),s)}catch(e){if(s?.aborted&&isAbortError(e))throw e;if(!u.$metadata)u.$metadata={};u.$metadata.attempts=d+1;u.$metadata.totalRetryDelay=f;throw u}d=l.getRetryCount();const o=l.getRetryDelay();f+=(l?.$retryLog?.acquisitionDelay??0)+o;if(o>0)await race(new Promise(e=>setTimeout(e,o)),s)}}else{a=a;if(a?.mode)r.userAgent=[...r.userAgent||[],[`cfg/retry-mode`,a.mode]];return a.retry(n,i)}}}const isRetryStrategyV2=e=>typeof e.acquireInitialRetryToken!==`undefined`&&typeof e.refreshRetryTokenForRetry!==`undefined`&&typeof e.recordSuccess!==`undefined`;const getRetryErrorInfo=(e,t)=>{const n={error:e,errorType:getRetryErrorType(e)};const r=parseRetryAfterHeader(e.$response,t);if(r)n.retryAfterHint=r;return n};const getRetryErrorType=e=>{if(isThrottlingError(e))return`THROTTLING`;if(isTransientError(e))return`TRANSIENT`;if(isServerError(e))return`SERVER_ERROR`;return`CLIENT_ERROR`};const xn={name:`retryMiddleware`,tags:[`RETRY`],step:`finalizeRequest`,priority:`high`,override:true};function bindGetRetryPlugin(e){const t=bindRetryMiddleware(e);return e=>({applyToStack:n=>{n.add(t(e),xn)}})}var Sn=class DefaultRateLimiter{static setTimeoutFn=(e,t)=>setTimeout(e,t);beta;minCapacity;minFillRate;scaleConstant;smooth;enabled=false;availableTokens=0;lastMaxRate=0;measuredTxRate=0;requestCount=0;fillRate;lastThrottleTime;lastTimestamp=0;lastTxRateBucket;maxCapacity;timeWindow=0;constructor(e){this.beta=e?.beta??.7;this.minCapacity=e?.minCapacity??1;this.minFillRate=e?.minFillRate??.5;this.scaleConstant=e?.scaleConstant??.4;this.smooth=e?.smooth??.8;this.lastThrottleTime=this.getCurrentTimeInSeconds();this.lastTxRateBucket=Math.floor(this.getCurrentTimeInSeconds());this.fillRate=this.minFillRate;this.maxCapacity=this.minCapacity}async getSendToken(){return this.acquireTokenBucket(1)}updateClientSendingRate(e){let t;this.updateMeasuredRate();const n=e;if(n?.errorType===`THROTTLING`||isThrottlingError(n?.error??e)){const e=!this.enabled?this.measuredTxRate:Math.min(this.measuredTxRate,this.fillRate);this.lastMaxRate=e;this.calculateTimeWindow();this.lastThrottleTime=this.getCurrentTimeInSeconds();t=this.cubicThrottle(e);this.enableTokenBucket()}else{this.calculateTimeWindow();t=this.cubicSuccess(this.getCurrentTimeInSeconds())}const r=Math.min(t,2*this.measuredTxRate);this.updateTokenBucketRate(r)}getCurrentTimeInSeconds(){return Date.now()/1e3}async acquireTokenBucket(e){if(!this.enabled)return;this.refillTokenBucket();while(e>this.availableTokens){const t=(e-this.availableTokens)/this.fillRate*1e3;await new Promise(e=>DefaultRateLimiter.setTimeoutFn(e,t));this.refillTokenBucket()}this.availableTokens=this.availableTokens-e}refillTokenBucket(){const e=this.getCurrentTimeInSeconds();if(!this.lastTimestamp){this.lastTimestamp=e;return}const t=(e-this.lastTimestamp)*this.fillRate;this.availableTokens=Math.min(this.maxCapacity,this.availableTokens+t);this.lastTimestamp=e}calculateTimeWindow(){this.timeWindow=this.getPrecise(Math.pow(this.lastMaxRate*(1-this.beta)/this.scaleConstant,1/3))}cubicThrottle(e){return this.getPrecise(e*this.beta)}cubicSuccess(e){return this.getPrecise(this.scaleConstant*Math.pow(e-this.lastThrottleTime-this.timeWindow,3)+this.lastMaxRate)}enableTokenBucket(){this.enabled=true}updateTokenBucketRate(e){this.refillTokenBucket();this.fillRate=Math.max(e,this.minFillRate);this.maxCapacity=Math.max(e,this.minCapacity);this.availableTokens=Math.min(this.availableTokens,this.maxCapacity)}updateMeasuredRate(){const e=this.getCurrentTimeInSeconds();const t=Math.floor(e*2)/2;this.requestCount++;if(t>this.lastTxRateBucket){const e=this.requestCount/(t-this.lastTxRateBucket);this.measuredTxRate=this.getPrecise(e*this.smooth+this.measuredTxRate*(1-this.smooth));this.requestCount=0;this.lastTxRateBucket=t}}getPrecise(e){return parseFloat(e.toFixed(8))}};var Retry=class{static v2026=true;static delay(){return 50}static throttlingDelay(){return 1e3}static cost(){return 14}static throttlingCost(){return 5}static modifiedCostType(){return`THROTTLING`}};var DefaultRetryBackoffStrategy=class{x=Retry.delay();computeNextBackoffDelay(e){const t=Math.random()*Math.min(this.x*2**e,vn);return Math.floor(t)}setDelayBase(e){this.x=e}};var DefaultRetryToken=class{delay;count;cost;longPoll;$retryLog={acquisitionDelay:0};constructor(e,t,n,r){this.delay=e;this.count=t;this.cost=n;this.longPoll=r}getRetryCount(){return this.count}getRetryDelay(){return Math.min(vn,this.delay)}getRetryCost(){return this.cost}isLongPoll(){return this.longPoll}};var V;(function(e){e[`STANDARD`]=`standard`;e[`ADAPTIVE`]=`adaptive`})(V||(V={}));const Cn=V.STANDARD;const H={incompatible:1,attempts:2,capacity:3};var StandardRetryStrategy=class{mode=V.STANDARD;retryBackoffStrategy;capacity=500;maxAttemptsProvider;baseDelay;constructor(e){if(typeof e===`number`)this.maxAttemptsProvider=async()=>e;else if(typeof e===`function`)this.maxAttemptsProvider=e;else if(e&&typeof e===`object`){this.maxAttemptsProvider=async()=>e.maxAttempts;this.baseDelay=e.baseDelay;this.retryBackoffStrategy=e.backoff}this.maxAttemptsProvider??=async()=>3;this.baseDelay??=Retry.delay();this.retryBackoffStrategy??=new DefaultRetryBackoffStrategy}async acquireInitialRetryToken(e){return new DefaultRetryToken(Retry.delay(),0,void 0,e.includes(`:longpoll`))}async refreshRetryTokenForRetry(e,t){const n=await this.getMaxAttempts();const r=this.retryCode(e,t,n);const i=r===0;const a=e.isLongPoll?.();if(i||a){const n=t.errorType;this.retryBackoffStrategy.setDelayBase(n===`THROTTLING`?Retry.throttlingDelay():this.baseDelay);const o=this.retryBackoffStrategy.computeNextBackoffDelay(e.getRetryCount());let s=o;if(t.retryAfterHint instanceof Date)s=Math.max(o,Math.min(t.retryAfterHint.getTime()-Date.now(),o+5e3));if(!i){const e=r===H.capacity&&a?s:0;if(e>0)await new Promise(t=>setTimeout(t,e))}else{const t=this.getCapacityCost(n);this.capacity-=t;const r=new DefaultRetryToken(0,e.getRetryCount()+1,t,e.isLongPoll?.()??false);await new Promise(e=>setTimeout(e,s));r.$retryLog.acquisitionDelay=s;return r}}throw new Error(`No retry token available`)}recordSuccess(e){this.capacity=Math.min(500,this.capacity+(e.getRetryCost()??1))}getCapacity(){return this.capacity}async maxAttempts(){return this.maxAttemptsProvider()}async getMaxAttempts(){try{return await this.maxAttemptsProvider()}catch(e){console.warn(`Max attempts provider could not resolve. Using default of 3`);return 3}}retryCode(e,t,n){const r=e.getRetryCount()+1;const i=this.isRetryableError(t.errorType)?0:H.incompatible;const a=r<n?0:H.attempts;const o=this.capacity>=this.getCapacityCost(t.errorType)?0:H.capacity;return i||a||o}getCapacityCost(e){return e===Retry.modifiedCostType()?Retry.throttlingCost():Retry.cost()}isRetryableError(e){return e===`THROTTLING`||e===`TRANSIENT`}};var AdaptiveRetryStrategy=class{mode=V.ADAPTIVE;rateLimiter;standardRetryStrategy;constructor(e,t){const{rateLimiter:n}=t??{};this.rateLimiter=n??new Sn;this.standardRetryStrategy=t?new StandardRetryStrategy({maxAttempts:typeof e===`number`?e:3,...t}):new StandardRetryStrategy(e)}async acquireInitialRetryToken(e){const t=await this.standardRetryStrategy.acquireInitialRetryToken(e);await this.rateLimiter.getSendToken();return t}async refreshRetryTokenForRetry(e,t){this.rateLimiter.updateClientSendingRate(t);const n=await this.standardRetryStrategy.refreshRetryTokenForRetry(e,t);await this.rateLimiter.getSendToken();return n}recordSuccess(e){this.rateLimiter.updateClientSendingRate({});this.standardRetryStrategy.recordSuccess(e)}async maxAttemptsProvider(){return this.standardRetryStrategy.maxAttempts()}};const wn=`AWS_MAX_ATTEMPTS`;const Tn=`max_attempts`;const En={environmentVariableSelector:e=>{const t=e[wn];if(!t)return;const n=parseInt(t);if(Number.isNaN(n))throw new Error(`Environment variable ${wn} mast be a number, got "${t}"`);return n},configFileSelector:e=>{const t=e[Tn];if(!t)return;const n=parseInt(t);if(Number.isNaN(n))throw new Error(`Shared config file entry ${Tn} mast be a number, got "${t}"`);return n},default:3};const resolveRetryConfig=(e,t)=>{const{retryStrategy:n,retryMode:r}=e;const{defaultMaxAttempts:i=3,defaultBaseDelay:a=Retry.delay()}=t??{};const o=normalizeProvider$1(e.maxAttempts??i);let s=n?Promise.resolve(n):void 0;const getDefault=async()=>{const e=await o();if(await normalizeProvider$1(r)()===V.ADAPTIVE)return new AdaptiveRetryStrategy(o,{maxAttempts:e,baseDelay:a});return new StandardRetryStrategy({maxAttempts:e,baseDelay:a})};return Object.assign(e,{maxAttempts:o,retryStrategy:()=>s??=getDefault()})};const Dn=`AWS_RETRY_MODE`;const On=`retry_mode`;const kn={environmentVariableSelector:e=>e[Dn],configFileSelector:e=>e[On],default:Cn};const An=bindGetRetryPlugin(isStreamingPayload);const jn=/\d{12}\.ddb/;async function checkFeatures(e,t,n){if(n.request?.headers?.[`smithy-protocol`]===`rpc-v2-cbor`)setFeature$1(e,`PROTOCOL_RPC_V2_CBOR`,`M`);if(typeof t.retryStrategy===`function`){const n=await t.retryStrategy();if(typeof n.mode===`string`)switch(n.mode){case V.ADAPTIVE:setFeature$1(e,`RETRY_MODE_ADAPTIVE`,`F`);break;case V.STANDARD:setFeature$1(e,`RETRY_MODE_STANDARD`,`E`)}}if(typeof t.accountIdEndpointMode===`function`){const n=e.endpointV2;if(String(n?.url?.hostname).match(jn))setFeature$1(e,`ACCOUNT_ID_ENDPOINT`,`O`);switch(await t.accountIdEndpointMode?.()){case`disabled`:setFeature$1(e,`ACCOUNT_ID_MODE_DISABLED`,`Q`);break;case`preferred`:setFeature$1(e,`ACCOUNT_ID_MODE_PREFERRED`,`P`);break;case`required`:setFeature$1(e,`ACCOUNT_ID_MODE_REQUIRED`,`R`)}}const r=e.__smithy_context?.selectedHttpAuthScheme?.identity;if(r?.$source){const t=r;if(t.accountId)setFeature$1(e,`RESOLVED_ACCOUNT_ID`,`T`);for(const[n,r]of Object.entries(t.$source??{}))setFeature$1(e,n,r)}}const Mn=`user-agent`;const Nn=`x-amz-user-agent`;const Pn=/[^!$%&'*+\-.^_`|~\w]/g;const Fn=/[^!$%&'*+\-.^_`|~\w#]/g;const In=1024;function encodeFeatures(e){let t=``;for(const n in e){const r=e[n];if(t.length+r.length+1<=In){if(t.length)t+=`,`+r;else t+=r;continue}break}return t}const userAgentMiddleware=e=>(t,n)=>async r=>{const{request:i}=r;if(!A.isInstance(i))return t(r);const{headers:a}=i;const o=n?.userAgent?.map(escapeUserAgent)||[];const s=(await e.defaultUserAgentProvider()).map(escapeUserAgent);await checkFeatures(n,e,r);const c=n;s.push(`m/${encodeFeatures(Object.assign({},n.__smithy_context?.features,c.__aws_sdk_context?.features))}`);const l=e?.customUserAgent?.map(escapeUserAgent)||[];const u=await e.userAgentAppId();if(u)s.push(escapeUserAgent([`app`,`${u}`]));const d=getUserAgentPrefix();const f=(d?[d]:[]).concat([...s,...o,...l]).join(` `);const p=[...s.filter(e=>e.startsWith(`aws-sdk-`)),...l].join(` `);if(e.runtime!==`browser`){if(p)a[Nn]=a[`x-amz-user-agent`]?`${a[Mn]} ${p}`:p;a[Mn]=f}else a[Nn]=f;return t({...r,request:i})};const escapeUserAgent=e=>{const t=e[0].split(`/`).map(e=>e.replace(Pn,`-`)).join(`/`);const n=e[1]?.replace(Fn,`-`);const r=t.indexOf(`/`);const i=t.substring(0,r);let a=t.substring(r+1);if(i===`api`)a=a.toLowerCase();return[i,a,n].filter(e=>e&&e.length>0).reduce((e,t,n)=>{switch(n){case 0:return t;case 1:return`${e}/${t}`;default:return`${e}#${t}`}},``)};const Ln={name:`getUserAgentMiddleware`,step:`build`,priority:`low`,tags:[`SET_USER_AGENT`,`USER_AGENT`],override:true};const getUserAgentPlugin=e=>({applyToStack:t=>{t.add(userAgentMiddleware(e),Ln)}});const getRuntimeUserAgentPair=()=>{for(const e of[`deno`,`bun`,`llrt`])if(external_node_process_namespaceObject.versions[e])return[`md/${e}`,external_node_process_namespaceObject.versions[e]];return[`md/nodejs`,external_node_process_namespaceObject.versions.node]};const Rn={isCrtAvailable:false};const isCrtAvailable=()=>{if(Rn.isCrtAvailable)return[`md/crt-avail`];return null};const createDefaultUserAgentProvider=({serviceId:e,clientVersion:t})=>{const n=getRuntimeUserAgentPair();return async r=>{const i=[[`aws-sdk-js`,t],[`ua`,`2.1`],[`os/${(0,external_node_os_.platform)()}`,(0,external_node_os_.release)()],[`lang/js`],n];const s=isCrtAvailable();if(s)i.push(s);if(e)i.push([`api/${e}`,t]);if(external_node_process_namespaceObject.env.AWS_EXECUTION_ENV)i.push([`exec-env/${external_node_process_namespaceObject.env.AWS_EXECUTION_ENV}`]);const c=await r?.userAgentAppId?.();return c?[...i,[`app/${c}`]]:[...i]}};const zn=`AWS_SDK_UA_APP_ID`;const Bn=`sdk-ua-app-id`;const Vn={environmentVariableSelector:e=>e[zn],configFileSelector:e=>e[`sdk_ua_app_id`]??e[Bn],default:void 0};const isVirtualHostableS3Bucket=(e,t=false)=>{if(t){for(const t of e.split(`.`))if(!isVirtualHostableS3Bucket(t))return false;return true}if(!isValidHostLabel(e))return false;if(e.length<3||e.length>63)return false;if(e!==e.toLowerCase())return false;if(isIpAddress(e))return false;return true};const Hn=`:`;const Un=`/`;const parseArn=e=>{const t=e.split(Hn);if(t.length<6)return null;const[n,r,i,a,o,...s]=t;if(n!==`arn`||r===``||i===``||s.join(Hn)===``)return null;return{partition:r,service:i,region:a,accountId:o,resourceId:s.map(e=>e.split(Un)).flat()}};const Wn={isVirtualHostableS3Bucket,parseArn,partition};L.aws=Wn;const getAwsRegionExtensionConfiguration=e=>{return{setRegion(t){e.region=t},region(){return e.region}}};const resolveAwsRegionExtensionConfiguration=e=>{return{region:e.region()}};const getDateHeader=e=>HttpResponse.isInstance(e)?e.headers?.date??e.headers?.Date:void 0;const getAgeHeader=e=>HttpResponse.isInstance(e)?e.headers?.age??e.headers?.Age:void 0;const getSkewCorrectedDate=e=>new Date(Date.now()+e);const getUpdatedSystemClockOffset=(e,t,n,r)=>{if(r!==void 0)return t;const i=Date.parse(e);if(Number.isNaN(i))return t;const a=Date.now();if(n!==void 0&&a-n>9e5)return t;return i-a};const throwSigningPropertyError=(e,t)=>{if(!t)throw new Error(`Property \`${e}\` is not resolved for AWS SDK SigV4Auth`);return t};const hasEventStreamOutput=e=>{return(e.context?.[O]?.eventStream)?.output===true};const validateSigningProperties=async e=>{const t=throwSigningPropertyError(`context`,e.context);const n=throwSigningPropertyError(`config`,e.config);const r=t.endpointV2?.properties?.authSchemes?.[0];return{config:n,signer:await throwSigningPropertyError(`signer`,n.signer)(r),signingRegion:e?.signingRegion,signingRegionSet:e?.signingRegionSet,signingName:e?.signingName}};var AwsSdkSigV4Signer=class{async sign(e,t,n){if(!A.isInstance(e))throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");const r=await validateSigningProperties(n);const{config:i,signer:a}=r;let{signingRegion:o,signingName:s}=r;const c=n.context;if(c?.authSchemes?.length??false){const[e,t]=c.authSchemes;if(e?.name===`sigv4a`&&t?.name===`sigv4`){o=t?.signingRegion??o;s=t?.signingName??s}}const l=await i.disableClockSkewCorrection?.()===true;n._disableClockSkewCorrection=l;const u=l||hasEventStreamOutput(n);n._skipClockSkewSampling=u;if(!u){n._preRequestSystemClockOffset=i.systemClockOffset;n._requestSentAt=Date.now()}return await a.sign(e,{signingDate:l?new Date:getSkewCorrectedDate(i.systemClockOffset),signingRegion:o,signingService:s})}errorHandler(e){return t=>{const n=t;if(!e._skipClockSkewSampling&&!e._disableClockSkewCorrection){const t=n.ServerTime??getDateHeader(n.$response);if(t){const r=throwSigningPropertyError(`config`,e.config);const i=e._preRequestSystemClockOffset;const a=e._requestSentAt;const o=getAgeHeader(n.$response);const s=getUpdatedSystemClockOffset(t,r.systemClockOffset,a,o);r.systemClockOffset=s;if(Math.abs(s)>=24e4&&(s!==i||i!==void 0&&i!==s)&&n.$metadata)n.$metadata.clockSkewCorrected=true}}throw t}}successHandler(e,t){if(t._skipClockSkewSampling||t._disableClockSkewCorrection)return;const n=getDateHeader(e);if(n){const r=throwSigningPropertyError(`config`,t.config);const i=t._requestSentAt;const a=getAgeHeader(e);r.systemClockOffset=getUpdatedSystemClockOffset(n,r.systemClockOffset,i,a)}}};const getArrayForCommaSeparatedString=e=>typeof e===`string`&&e.length>0?e.split(`,`).map(e=>e.trim()):[];const getBearerTokenEnvKey=e=>`AWS_BEARER_TOKEN_${e.replace(/[\s-]/g,`_`).toUpperCase()}`;const Gn=`AWS_AUTH_SCHEME_PREFERENCE`;const Kn=`auth_scheme_preference`;const qn={environmentVariableSelector:(e,t)=>{if(t?.signingName){if(getBearerTokenEnvKey(t.signingName)in e)return[`httpBearerAuth`]}if(!(Gn in e))return;return getArrayForCommaSeparatedString(e[Gn])},configFileSelector:e=>{if(!(Kn in e))return;return getArrayForCommaSeparatedString(e[Kn])},default:[]};var HeaderFormatter=class{format(e){const t=[];for(const n in e){if(!hasOwn(e,n))continue;const r=fromUtf8$1(n);t.push(Uint8Array.from([r.byteLength]),r,this.formatHeaderValue(e[n]))}const n=new Uint8Array(t.reduce((e,t)=>e+t.byteLength,0));let r=0;for(const e of t){n.set(e,r);r+=e.byteLength}return n}formatHeaderValue(e){switch(e.type){case`boolean`:return Uint8Array.from([e.value?0:1]);case`byte`:return Uint8Array.from([2,e.value]);case`short`:const t=new DataView(new ArrayBuffer(3));t.setUint8(0,3);t.setInt16(1,e.value,false);return new Uint8Array(t.buffer);case`integer`:const n=new DataView(new ArrayBuffer(5));n.setUint8(0,4);n.setInt32(1,e.value,false);return new Uint8Array(n.buffer);case`long`:const r=new Uint8Array(9);r[0]=5;r.set(e.value.bytes,1);return r;case`binary`:const i=new DataView(new ArrayBuffer(3+e.value.byteLength));i.setUint8(0,6);i.setUint16(1,e.value.byteLength,false);const a=new Uint8Array(i.buffer);a.set(e.value,3);return a;case`string`:const o=fromUtf8$1(e.value);const s=new DataView(new ArrayBuffer(3+o.byteLength));s.setUint8(0,7);s.setUint16(1,o.byteLength,false);const c=new Uint8Array(s.buffer);c.set(o,3);return c;case`timestamp`:const l=new Uint8Array(9);l[0]=8;l.set(Xn.fromNumber(e.value.valueOf()).bytes,1);return l;case`uuid`:if(!Yn.test(e.value))throw new Error(`Invalid UUID received: ${e.value}`);const u=new Uint8Array(17);u[0]=9;u.set(fromHex(e.value.replace(/-/g,``)),1);return u}}};var Jn;(function(e){e[e[`boolTrue`]=0]=`boolTrue`;e[e[`boolFalse`]=1]=`boolFalse`;e[e[`byte`]=2]=`byte`;e[e[`short`]=3]=`short`;e[e[`integer`]=4]=`integer`;e[e[`long`]=5]=`long`;e[e[`byteArray`]=6]=`byteArray`;e[e[`string`]=7]=`string`;e[e[`timestamp`]=8]=`timestamp`;e[e[`uuid`]=9]=`uuid`})(Jn||(Jn={}));const Yn=/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;var Xn=class Int64{bytes;constructor(e){this.bytes=e;if(e.byteLength!==8)throw new Error(`Int64 buffers must be exactly 8 bytes`)}static fromNumber(e){if(e>0x8000000000000000||e<-0x8000000000000000)throw new Error(`${e} is too large (or, if negative, too small) to represent as an Int64`);const t=new Uint8Array(8);for(let n=7,r=Math.abs(Math.round(e));n>-1&&r>0;n--,r/=256)t[n]=r;if(e<0)negate(t);return new Int64(t)}valueOf(){const e=this.bytes.slice(0);const t=e[0]&128;if(t)negate(e);return parseInt(toHex(e),16)*(t?-1:1)}toString(){return String(this.valueOf())}};function negate(e){for(let t=0;t<8;t++)e[t]^=255;for(let t=7;t>-1;t--){e[t]++;if(e[t]!==0)break}}const Zn=`X-Amz-Algorithm`;const Qn=`X-Amz-Credential`;const $n=`X-Amz-Date`;const er=`X-Amz-SignedHeaders`;const tr=`X-Amz-Expires`;const nr=`X-Amz-Signature`;const rr=`X-Amz-Security-Token`;const ir=`authorization`;const ar=$n.toLowerCase();const or=[ir,ar,`date`];nr.toLowerCase();const sr=`x-amz-content-sha256`;const cr=rr.toLowerCase();const lr={authorization:true,"cache-control":true,connection:true,expect:true,from:true,"keep-alive":true,"max-forwards":true,pragma:true,referer:true,te:true,trailer:true,"transfer-encoding":true,upgrade:true,"user-agent":true,"x-amzn-trace-id":true};const ur=/^proxy-/;const dr=/^sec-/;const fr=`AWS4-HMAC-SHA256`;const pr=`AWS4-HMAC-SHA256-PAYLOAD`;const mr=`UNSIGNED-PAYLOAD`;const hr=`aws4_request`;const getCanonicalQuery=({query:e={}})=>{const t=[];const n={};for(const r in e){if(!hasOwn(e,r))continue;if(r.toLowerCase()===`x-amz-signature`)continue;const i=escapeUri(r);t.push(i);const a=e[r];if(typeof a===`string`)n[i]=`${i}=${escapeUri(a)}`;else if(Array.isArray(a))n[i]=a.slice(0).reduce((e,t)=>e.concat([`${i}=${escapeUri(t)}`]),[]).sort().join(`&`)}return t.sort().map(e=>n[e]).filter(e=>e).join(`&`)};const iso8601=e=>toDate(e).toISOString().replace(/\.\d{3}Z$/,`Z`);const toDate=e=>{if(typeof e===`number`)return new Date(e*1e3);if(typeof e===`string`){if(Number(e))return new Date(Number(e)*1e3);return new Date(e)}return e};var SignatureV4Base=class{service;regionProvider;credentialProvider;sha256;uriEscapePath;applyChecksum;constructor({applyChecksum:e,credentials:t,region:n,service:r,sha256:i,uriEscapePath:a=true}){this.service=r;this.sha256=i;this.uriEscapePath=a;this.applyChecksum=typeof e===`boolean`?e:true;this.regionProvider=normalizeProvider$1(n);this.credentialProvider=normalizeProvider$1(t)}createCanonicalRequest(e,t,n){const r=Object.keys(t).sort();return`${e.method}
${this.getCanonicalPath(e)}
${getCanonicalQuery(e)}
${r.map(e=>`${e}:${t[e]}`).join(`
`)}

${r.join(`;`)}
${n}`}async createStringToSign(e,t,n,r){const i=new this.sha256;i.update(toUint8Array(n));return`${r}
${e}
${t}
${toHex(await i.digest())}`}getCanonicalPath({path:e}){if(this.uriEscapePath){const t=[];for(const n of e.split(`/`)){if(n?.length===0)continue;if(n===`.`)continue;if(n===`..`)t.pop();else t.push(n)}const n=`${e?.startsWith(`/`)?`/`:``}${t.join(`/`)}${t.length>0&&e?.endsWith(`/`)?`/`:``}`;return escapeUri(n).replace(/%2F/g,`/`)}return e}validateResolvedCredentials(e){if(typeof e!==`object`||typeof e.accessKeyId!==`string`||typeof e.secretAccessKey!==`string`)throw new Error(`Resolved credential object is not valid`)}formatDate(e){const t=iso8601(e).replace(/[-:]/g,``);return{longDate:t,shortDate:t.slice(0,8)}}getCanonicalHeaderList(e){return Object.keys(e).sort().join(`;`)}};const U={};const gr=[];const createScope=(e,t,n)=>`${e}/${t}/${n}/${hr}`;const getSigningKey=async(e,t,n,r,i)=>{const a=`${n}:${r}:${i}:${toHex(await hmac(e,t.secretAccessKey,t.accessKeyId))}:${t.sessionToken}`;if(a in U)return U[a];gr.push(a);while(gr.length>50)delete U[gr.shift()];let o=`AWS4${t.secretAccessKey}`;for(const t of[n,r,i,hr])o=await hmac(e,o,t);return U[a]=o};const hmac=(e,t,n)=>{const r=new e(t);r.update(toUint8Array(n));return r.digest()};const getCanonicalHeaders=({headers:e},t,n)=>{const r={};for(const i of Object.keys(e).sort()){if(e[i]==void 0)continue;const a=i.toLowerCase();if(hasOwn(lr,a)||t?.has(a)||ur.test(a)||dr.test(a)){if(!n||n&&!n.has(a))continue}if(a===`__proto__`)writeKey$2(r);r[a]=e[i].replace(/[\r\n]/g,` `).replace(/[ \t]+/g,` `).replace(/^ | $/g,``)}return r};const getPayloadHash=async({headers:e,body:t},n)=>{for(const t in e){if(!hasOwn(e,t))continue;if(t.toLowerCase()===`x-amz-content-sha256`)return e[t]}if(t==void 0)return`e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`;else if(typeof t===`string`||ArrayBuffer.isView(t)||isArrayBuffer(t)){const e=new n;e.update(toUint8Array(t));return toHex(await e.digest())}return mr};const hasHeader=(e,t)=>{e=e.toLowerCase();for(const n in t){if(!hasOwn(t,n))continue;if(e===n.toLowerCase())return true}return false};const moveHeadersToQuery=(e,t={})=>{const{headers:n,query:r={}}=A.clone(e);for(const e in n){if(!hasOwn(n,e))continue;const i=e.toLowerCase();if(i.slice(0,6)===`x-amz-`&&!t.unhoistableHeaders?.has(i)||t.hoistableHeaders?.has(i)){r[e]=n[e];delete n[e]}}return{...e,headers:n,query:r}};const prepareRequest=e=>{e=A.clone(e);for(const t in e.headers){if(!hasOwn(e.headers,t))continue;if(or.indexOf(t.toLowerCase())>-1)delete e.headers[t]}return e};var SignatureV4=class extends SignatureV4Base{headerFormatter=new HeaderFormatter;constructor({applyChecksum:e,credentials:t,region:n,service:r,sha256:i,uriEscapePath:a=true}){super({applyChecksum:e,credentials:t,region:n,service:r,sha256:i,uriEscapePath:a})}async presign(e,t={}){const{signingDate:n=new Date,expiresIn:r=3600,unsignableHeaders:i,unhoistableHeaders:a,signableHeaders:o,hoistableHeaders:s,signingRegion:c,signingService:l}=t;const u=await this.credentialProvider();this.validateResolvedCredentials(u);const d=c??await this.regionProvider();const{longDate:f,shortDate:p}=this.formatDate(n);if(r>604800)return Promise.reject(`Signature version 4 presigned URLs must have an expiration date less than one week in the future`);const m=createScope(p,d,l??this.service);const h=moveHeadersToQuery(prepareRequest(e),{unhoistableHeaders:a,hoistableHeaders:s});if(u.sessionToken)h.query[rr]=u.sessionToken;h.query[Zn]=fr;h.query[Qn]=`${u.accessKeyId}/${m}`;h.query[$n]=f;h.query[tr]=r.toString(10);const g=getCanonicalHeaders(h,i,o);h.query[er]=this.getCanonicalHeaderList(g);h.query[nr]=await this.getSignature(f,m,this.getSigningKey(u,d,p,l),this.createCanonicalRequest(h,g,await getPayloadHash(e,this.sha256)));return h}async sign(e,t){if(typeof e===`string`)return this.signString(e,t);else if(e.headers&&e.payload)return this.signEvent(e,t);else if(e.message)return this.signMessage(e,t);else return this.signRequest(e,t)}async signEvent({headers:e,payload:t},{signingDate:n=new Date,priorSignature:r,signingRegion:i,signingService:a,eventStreamCredentials:o}){const s=i??await this.regionProvider();const{shortDate:c,longDate:l}=this.formatDate(n);const u=createScope(c,s,a??this.service);const d=await getPayloadHash({headers:{},body:t},this.sha256);const f=new this.sha256;f.update(e);const p=toHex(await f.digest());const m=[pr,l,u,r,p,d].join(`
`);return this.signString(m,{signingDate:n,signingRegion:s,signingService:a,eventStreamCredentials:o})}async signMessage(e,{signingDate:t=new Date,signingRegion:n,signingService:r,eventStreamCredentials:i}){return this.signEvent({headers:this.headerFormatter.format(e.message.headers),payload:e.message.body},{signingDate:t,signingRegion:n,signingService:r,priorSignature:e.priorSignature,eventStreamCredentials:i}).then(t=>{return{message:e.message,signature:t}})}async signString(e,{signingDate:t=new Date,signingRegion:n,signingService:r,eventStreamCredentials:i}={}){const a=i??await this.credentialProvider();this.validateResolvedCredentials(a);const o=n??await this.regionProvider();const{shortDate:s}=this.formatDate(t);const c=new this.sha256(await this.getSigningKey(a,o,s,r));c.update(toUint8Array(e));return toHex(await c.digest())}async signRequest(e,{signingDate:t=new Date,signableHeaders:n,unsignableHeaders:r,signingRegion:i,signingService:a}={}){const o=await this.credentialProvider();this.validateResolvedCredentials(o);const s=i??await this.regionProvider();const c=prepareRequest(e);const{longDate:l,shortDate:u}=this.formatDate(t);const d=createScope(u,s,a??this.service);c.headers[ar]=l;if(o.sessionToken)c.headers[cr]=o.sessionToken;const f=await getPayloadHash(c,this.sha256);if(!hasHeader(`x-amz-content-sha256`,c.headers)&&this.applyChecksum)c.headers[sr]=f;const p=getCanonicalHeaders(c,r,n);const m=await this.getSignature(l,d,this.getSigningKey(o,s,u,a),this.createCanonicalRequest(c,p,f));c.headers[ir]=`${fr} Credential=${o.accessKeyId}/${d}, SignedHeaders=${this.getCanonicalHeaderList(p)}, Signature=${m}`;return c}async getSignature(e,t,n,r){const i=await this.createStringToSign(e,t,r,fr);const a=new this.sha256(await n);a.update(toUint8Array(i));return toHex(await a.digest())}getSigningKey(e,t,n,r){return getSigningKey(this.sha256,e,n,t,r||this.service)}};const bindResolveAwsSdkSigV4Config=e=>t=>{let n=t.credentials;let r=!!t.credentials;let resolvedCredentials=void 0;Object.defineProperty(t,"credentials",{set(e){if(e&&e!==n&&e!==resolvedCredentials)r=true;n=e;const i=bindCallerConfig(t,normalizeCredentialProvider(t,{credentials:n,credentialDefaultProvider:t.credentialDefaultProvider}));if(r&&!i.attributed){const e=typeof n===`object`&&n!==null;resolvedCredentials=async t=>{const n=await i(t);if(e&&(!n.$source||Object.keys(n.$source).length===0))return setCredentialFeature(n,`CREDENTIALS_CODE`,`e`);return n};resolvedCredentials.memoized=i.memoized;resolvedCredentials.configBound=i.configBound;resolvedCredentials.attributed=true}else resolvedCredentials=i},get(){return resolvedCredentials},enumerable:true,configurable:true});t.credentials=n;const{signingEscapePath:i=true,systemClockOffset:a=t.systemClockOffset||0,sha256:o}=t;let signer;if(t.signer)signer=normalizeProvider(t.signer);else if(t.regionInfoProvider)signer=()=>normalizeProvider(t.region)().then(async e=>[await t.regionInfoProvider(e,{useFipsEndpoint:await t.useFipsEndpoint(),useDualstackEndpoint:await t.useDualstackEndpoint()})||{},e]).then(([e,n])=>{const{signingRegion:r,signingService:a}=e;t.signingRegion=t.signingRegion||r||n;t.signingName=t.signingName||a||t.serviceId;const s={...t,credentials:t.credentials,region:t.signingRegion,service:t.signingName,sha256:o,uriEscapePath:i};return new(t.signerConstructor||SignatureV4)(s)});else signer=async e=>{e=Object.assign({},{name:`sigv4`,signingName:t.signingName||t.defaultSigningName,signingRegion:await normalizeProvider(t.region)(),properties:{}},e);const n=e.signingRegion;const r=e.signingName;t.signingRegion=t.signingRegion||n;t.signingName=t.signingName||r||t.serviceId;const a={...t,credentials:t.credentials,region:t.signingRegion,service:t.signingName,sha256:o,uriEscapePath:i};return new(t.signerConstructor||SignatureV4)(a)};return Object.assign(t,{systemClockOffset:a,signingEscapePath:i,signer,disableClockSkewCorrection:normalizeProvider(t.disableClockSkewCorrection??e)})};function normalizeCredentialProvider(e,{credentials:t,credentialDefaultProvider:n}){let credentialsProvider;if(t){if(!t?.memoized)credentialsProvider=memoizeIdentityProvider(t,ln,doesIdentityRequireRefresh);else credentialsProvider=t}else if(n)credentialsProvider=normalizeProvider(n(Object.assign({},e,{parentClientConfig:e})));else credentialsProvider=async()=>{throw new Error("@aws-sdk/core::resolveAwsSdkSigV4Config - `credentials` not provided and no credentialDefaultProvider was configured.")};credentialsProvider.memoized=true;return credentialsProvider}function bindCallerConfig(e,t){if(t.configBound)return t;const fn=async n=>t({...n,callerClientConfig:e});fn.memoized=t.memoized;fn.configBound=true;return fn}const _r=`AWS_DISABLE_CLOCK_SKEW_CORRECTION`;const vr=`disable_clock_skew_correction`;const yr=bindResolveAwsSdkSigV4Config(loadConfig({environmentVariableSelector:e=>booleanSelector(e,_r,N.ENV),configFileSelector:e=>booleanSelector(e,vr,N.CONFIG),default:false}));const defaultEC2HttpAuthSchemeParametersProvider=async(e,t,n)=>{return{operation:getSmithyContext(t).operation,region:await normalizeProvider$1(e.region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()}};function createAwsAuthSigv4HttpAuthOption(e){return{schemeId:`aws.auth#sigv4`,signingProperties:{name:`ec2`,region:e.region},propertiesExtractor:(e,t)=>({signingProperties:{config:e,context:t}})}}const defaultEC2HttpAuthSchemeProvider=e=>{const t=[];switch(e.operation){default:t.push(createAwsAuthSigv4HttpAuthOption(e))}return t};const resolveHttpAuthSchemeConfig=e=>{const t=yr(e);return Object.assign(t,{authSchemePreference:normalizeProvider$1(e.authSchemePreference??[])})};const resolveClientEndpointParameters=e=>{return Object.assign(e,{useDualstackEndpoint:e.useDualstackEndpoint??false,useFipsEndpoint:e.useFipsEndpoint??false,defaultSigningName:`ec2`})};const br={UseFIPS:{type:`builtInParams`,name:`useFipsEndpoint`},Endpoint:{type:`builtInParams`,name:`endpoint`},Region:{type:`builtInParams`,name:`region`},UseDualStack:{type:`builtInParams`,name:`useDualstackEndpoint`}};var xr=`3.1169.0`;const Sr=`AWS_ACCESS_KEY_ID`;const Cr=`AWS_SECRET_ACCESS_KEY`;const wr=`AWS_SESSION_TOKEN`;const Tr=`AWS_CREDENTIAL_EXPIRATION`;const Er=`AWS_CREDENTIAL_SCOPE`;const Dr=`AWS_ACCOUNT_ID`;const fromEnv=e=>async()=>{e?.logger?.debug(`@aws-sdk/credential-provider-env - fromEnv`);const t=process.env[Sr];const n=process.env[Cr];const r=process.env[wr];const i=process.env[Tr];const a=process.env[Er];const o=process.env[Dr];if(t&&n){const e={accessKeyId:t,secretAccessKey:n,...r&&{sessionToken:r},...i&&{expiration:new Date(i)},...a&&{credentialScope:a},...o&&{accountId:o}};setCredentialFeature(e,`CREDENTIALS_ENV_VARS`,`g`);return e}throw new M(`Unable to find environment variable credentials.`,{logger:e?.logger})};var Or=(0,rolldown_runtime.n)({fromEnv:()=>fromEnv});const remoteProvider=async e=>{const{ENV_CMDS_FULL_URI:t,ENV_CMDS_RELATIVE_URI:n,fromContainerMetadata:r,fromInstanceMetadata:i}=await __nccwpck_require__.e(/* import() */ 621).then(__nccwpck_require__.bind(__nccwpck_require__, 621));if(process.env[n]||process.env[t]){e.logger?.debug(`@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata`);const{fromHttp:t}=await __nccwpck_require__.e(/* import() */ 174).then(__nccwpck_require__.bind(__nccwpck_require__, 174));return chain(t(e),r(e))}if(process.env[`AWS_EC2_METADATA_DISABLED`]&&process.env[`AWS_EC2_METADATA_DISABLED`]!==`false`)return async()=>{throw new M(`EC2 Instance Metadata Service access disabled`,{logger:e.logger})};e.logger?.debug(`@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata`);return i(e)};function memoizeChain(e,t){const n=internalCreateChain(e);let r;let i;let a;let o;const provider=async e=>{if(e?.forceRefresh){if(!o)o=n(e).then(e=>{a=e}).finally(()=>{o=void 0});await o;return a}if(a?.expiration){if(a?.expiration?.getTime()<Date.now())a=void 0}if(r)await r;else if(!a||t?.(a)){if(a){if(!i)i=n(e).then(e=>{a=e}).catch(()=>{}).finally(()=>{i=void 0})}else{r=n(e).then(e=>{a=e}).finally(()=>{r=void 0});return provider(e)}}return a};return provider}const internalCreateChain=e=>async t=>{let n;for(const r of e)try{return await r(t)}catch(e){n=e;if(e?.tryNextLink)continue;throw e}throw n};let kr=false;const defaultProvider=(e={})=>memoizeChain([async()=>{if(e.profile??process.env[`AWS_PROFILE`]){if(process.env[`AWS_ACCESS_KEY_ID`]&&process.env[`AWS_SECRET_ACCESS_KEY`]){if(!kr){(e.logger?.warn&&e.logger?.constructor?.name!==`NoOpLogger`?e.logger.warn.bind(e.logger):console.warn)(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:
    Multiple credential sources detected: 
    Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set.
    This SDK will proceed with the AWS_PROFILE value.
    
    However, a future version may change this behavior to prefer the ENV static credentials.
    Please ensure that your environment only sets either the AWS_PROFILE or the
    AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY pair.
`);kr=true}}throw new M(`AWS_PROFILE is set, skipping fromEnv provider.`,{logger:e.logger,tryNextLink:true})}e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv`);return fromEnv(e)()},async t=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromSSO`);const{ssoStartUrl:n,ssoAccountId:r,ssoRegion:i,ssoRoleName:a,ssoSession:o}=e;if(!n&&!r&&!i&&!a&&!o)throw new M(`Skipping SSO provider in default chain (inputs do not include SSO fields).`,{logger:e.logger});const{fromSSO:s}=await __nccwpck_require__.e(/* import() */ 267).then(__nccwpck_require__.bind(__nccwpck_require__, 267));return s(e)(t)},async t=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromIni`);const{fromIni:n}=await __nccwpck_require__.e(/* import() */ 878).then(__nccwpck_require__.bind(__nccwpck_require__, 878));return n(e)(t)},async t=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromProcess`);const{fromProcess:n}=await __nccwpck_require__.e(/* import() */ 925).then(__nccwpck_require__.bind(__nccwpck_require__, 925));return n(e)(t)},async t=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile`);const{fromTokenFile:n}=await __nccwpck_require__.e(/* import() */ 169).then(__nccwpck_require__.bind(__nccwpck_require__, 169));return n(e)(t)},async()=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::remoteProvider`);return(await remoteProvider(e))()},async()=>{throw new M(`Could not load credentials from any providers`,{tryNextLink:false,logger:e.logger})}],credentialsTreatedAsExpired);const credentialsTreatedAsExpired=e=>e?.expiration!==void 0&&e.expiration.getTime()-Date.now()<3e5;function buildAbortError(e){const t=e&&typeof e===`object`&&`reason`in e?e.reason:void 0;if(t){if(t instanceof Error){const e=new Error(`Request aborted`);e.name=`AbortError`;e.cause=t;return e}const e=new Error(String(t));e.name=`AbortError`;return e}const n=new Error(`Request aborted`);n.name=`AbortError`;return n}const Ar=[`ECONNRESET`,`EPIPE`,`ETIMEDOUT`];const getTransformedHeaders=e=>{const t={};for(const n in e){if(!hasOwn(e,n))continue;const r=e[n];t[n]=Array.isArray(r)?r.join(`,`):r}return t};const W={setTimeout:(e,t)=>setTimeout(e,t),clearTimeout:e=>clearTimeout(e)};const jr=1e3;const setConnectionTimeout=(e,t,n=0)=>{if(!n)return-1;const registerTimeout=r=>{const i=W.setTimeout(()=>{e.destroy();t(Object.assign(new Error(`@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of ${n} ms.`),{name:`TimeoutError`}))},n-r);const doWithSocket=e=>{if(e?.connecting)e.on(`connect`,()=>{W.clearTimeout(i)});else W.clearTimeout(i)};if(e.socket)doWithSocket(e.socket);else e.on(`socket`,doWithSocket)};if(n<2e3){registerTimeout(0);return 0}return W.setTimeout(registerTimeout.bind(null,jr),jr)};const setRequestTimeout=(e,t,n=0,r,i)=>{if(n)return W.setTimeout(()=>{let a=`@smithy/node-http-handler - [${r?`ERROR`:`WARN`}] a request has exceeded the configured ${n} ms requestTimeout.`;if(r){const n=Object.assign(new Error(a),{name:`TimeoutError`,code:`ETIMEDOUT`});e.destroy(n);t(n)}else{a+=` Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.`;i?.warn?.(a)}},n);return-1};const Mr=3e3;const setSocketKeepAlive=(e,{keepAlive:t,keepAliveMsecs:n},r=Mr)=>{if(t!==true)return-1;const registerListener=()=>{if(e.socket)e.socket.setKeepAlive(t,n||0);else e.on(`socket`,e=>{e.setKeepAlive(t,n||0)})};if(r===0){registerListener();return 0}return W.setTimeout(registerListener,r)};const resolveDefaultSocketTimeout=e=>{const t=e?.defaultSocketTimeout;return typeof t===`number`&&Number.isFinite(t)&&t>0?t:void 0};const Nr=3e3;const setSocketTimeout=(e,t,n=0,r=false)=>{if(!Number.isFinite(n)||n<=0)return;let i;e.once(`response`,e=>i=e);const onTimeout=()=>{if(i?.complete){e.socket?.destroy();return}const a=Object.assign(new Error(`@smithy/node-http-handler - the request socket timed out after ${n} ms of inactivity (${r?`service default socket timeout`:`configured by client requestHandler`}).`),{name:`TimeoutError`});i?.destroy(a);e.destroy();t(a)};const registerTimeout=()=>{const{socket:t}=e;if(!t)e.once(`socket`,registerTimeout);else if(t.connecting)t.once(`connect`,registerTimeout);else{t.setTimeout(n,onTimeout);e.on(`close`,()=>t.removeListener(`timeout`,onTimeout))}};if(n<6e3){registerTimeout();return}const a=W.setTimeout(registerTimeout,Nr);e.once(`close`,()=>W.clearTimeout(a))};const Pr=6e3;async function writeRequestBody(e,t,n=Pr,r=false){const i=t.headers;const a=i?i.Expect||i.expect:void 0;let o=-1;let s=true;if(!r&&a===`100-continue`)s=await Promise.race([new Promise(e=>{o=Number(W.setTimeout(()=>e(true),Math.max(Pr,n)))}),new Promise(t=>{e.on(`continue`,()=>{W.clearTimeout(o);t(true)});e.on(`response`,()=>{W.clearTimeout(o);t(false)});e.on(`error`,()=>{W.clearTimeout(o);t(false)})})]);if(s)writeBody(e,t.body)}function writeBody(e,t){if(t instanceof external_node_stream_.Readable){t.pipe(e);return}if(t){const n=Buffer.isBuffer(t);if(n||typeof t===`string`){if(n&&t.byteLength===0)e.end();else e.end(t);return}const r=t;if(typeof r===`object`&&r.buffer&&typeof r.byteOffset===`number`&&typeof r.byteLength===`number`){e.end(Buffer.from(r.buffer,r.byteOffset,r.byteLength));return}e.end(Buffer.from(t));return}e.end()}let G=void 0;let Fr=void 0;var Ir=class NodeHttpHandler{config;configProvider;socketWarningTimestamp=0;externalAgent=false;metadata={handlerProtocol:`http/1.1`};static create(e){if(typeof e?.handle===`function`)return e;return new NodeHttpHandler(e)}static checkSocketUsage(e,t,n=console){const{sockets:r,requests:i,maxSockets:a}=e;if(typeof a!==`number`||a===Infinity)return t;if(Date.now()-15e3<t)return t;if(r&&i)for(const e in r){if(!hasOwn(r,e))continue;const t=r[e]?.length??0;const o=i[e]?.length??0;if(t>=a&&o>=2*a){n?.warn?.(`@smithy/node-http-handler:WARN - socket usage at capacity=${t} and ${o} additional requests are enqueued.
See https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html
or increase socketAcquisitionWarningTimeout=(millis) in the NodeHttpHandler config.`);return Date.now()}}return t}constructor(e){this.configProvider=new Promise((t,n)=>{if(typeof e===`function`)e().then(e=>{t(this.resolveDefaultConfig(e))}).catch(n);else t(this.resolveDefaultConfig(e))})}destroy(){this.config?.httpAgent?.destroy();this.config?.httpsAgent?.destroy()}async handle(e,{abortSignal:t,requestTimeout:n}={}){if(!this.config)this.config=await this.configProvider;const r=this.config;const i=r.logger;const a=e.protocol===`https:`;if(!a&&!this.config.httpAgent)this.config.httpAgent=await this.config.httpAgentProvider();return new Promise((o,s)=>{let c=void 0;let l=-1;let u=-1;let d=-1;let f=-1;const clearTimeouts=()=>{W.clearTimeout(l);W.clearTimeout(u);W.clearTimeout(d);W.clearTimeout(f)};const resolve=async e=>{await c;clearTimeouts();o(e)};const reject=async e=>{await c;clearTimeouts();s(e)};if(t?.aborted){reject(buildAbortError(t));return}const p=e.headers;const m=p?(p.Expect??p.expect)===`100-continue`:false;let h=a?r.httpsAgent:r.httpAgent;if(m&&!this.externalAgent)h=new(a?external_node_https_namespaceObject.Agent:G)({keepAlive:false,maxSockets:Infinity});l=W.setTimeout(()=>{this.socketWarningTimestamp=NodeHttpHandler.checkSocketUsage(h,this.socketWarningTimestamp,i)},r.socketAcquisitionWarningTimeout??(r.requestTimeout??2e3)+(r.connectionTimeout??1e3));const g=e.query?buildQueryString(e.query):``;let _=void 0;if(e.username!=null||e.password!=null)_=`${e.username??``}:${e.password??``}`;let v=e.path;if(g)v+=`?${g}`;if(e.fragment)v+=`#${e.fragment}`;let y=e.hostname??``;if(y[0]===`[`&&y.endsWith(`]`))y=e.hostname.slice(1,-1);else y=e.hostname;const ee={headers:e.headers,host:y,method:e.method,path:v,port:e.port,agent:h,auth:_};const b=(a?external_node_https_namespaceObject.request:Fr)(ee,e=>{const t=new HttpResponse({statusCode:e.statusCode||-1,reason:e.statusMessage,headers:getTransformedHeaders(e.headers),body:e});resolve({response:t})});b.on(`error`,e=>{if(Ar.includes(e.code))reject(Object.assign(e,{name:`TimeoutError`}));else reject(e)});if(t){const onAbort=()=>{b.destroy();const e=buildAbortError(t);reject(e)};if(typeof t.addEventListener===`function`){const e=t;e.addEventListener(`abort`,onAbort,{once:true});b.once(`close`,()=>e.removeEventListener(`abort`,onAbort))}else t.onabort=onAbort}const x=n??r.requestTimeout;u=setConnectionTimeout(b,reject,r.connectionTimeout);d=setRequestTimeout(b,reject,x,r.throwOnRequestTimeout,i??console);const C=r.socketTimeout===void 0?resolveDefaultSocketTimeout(r):void 0;if(C)setSocketTimeout(b,reject,C,true);else setSocketTimeout(b,reject,r.socketTimeout);const w=ee.agent;if(typeof w===`object`&&`keepAlive`in w)f=setSocketKeepAlive(b,{keepAlive:w.keepAlive,keepAliveMsecs:w.keepAliveMsecs});c=writeRequestBody(b,e,x,this.externalAgent).catch(e=>{clearTimeouts();return s(e)})})}updateHttpClientConfig(e,t){this.config=void 0;this.configProvider=this.configProvider.then(n=>{switch(e){case Symbol.for(`logger`):e=`logger`;t=n.logger??t;break;case Symbol.for(`@smithy/defaultSocketTimeout`):e=`defaultSocketTimeout`;t=resolveDefaultSocketTimeout(n)??t}return{...n,[e]:t}})}httpHandlerConfigs(){return this.config??{}}resolveDefaultConfig(e){const{requestTimeout:t,connectionTimeout:n,socketTimeout:r,socketAcquisitionWarningTimeout:i,httpAgent:a,httpsAgent:o,throwOnRequestTimeout:s,logger:c}=e||{};const l=true;const u=50;let d;return{connectionTimeout:n,requestTimeout:t,socketTimeout:r,defaultSocketTimeout:resolveDefaultSocketTimeout(e),socketAcquisitionWarningTimeout:i,throwOnRequestTimeout:s,httpAgentProvider:()=>d??=(async()=>{const e=await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 67, 19));const{Agent:t,request:n}=e.default??e;Fr=n;G=t;if(a instanceof G||typeof a?.destroy===`function`){this.externalAgent=true;return a}return new G({keepAlive:l,maxSockets:u,...a})})(),httpsAgent:(()=>{if(o instanceof external_node_https_namespaceObject.Agent||typeof o?.destroy===`function`){this.externalAgent=true;return o}return new external_node_https_namespaceObject.Agent({keepAlive:l,maxSockets:u,...o})})(),logger:c}}};var ProtocolLib=class{queryCompat;errorRegistry;constructor(e=false){this.queryCompat=e}resolveRestContentType(e,t){const n=t.getMemberSchemas();const r=Object.values(n).find(e=>{return!!e.getMergedTraits().httpPayload});if(r){const t=r.getMergedTraits().mediaType;if(t)return t;else if(r.isStringSchema())return`text/plain`;else if(r.isBlobSchema())return`application/octet-stream`;else return e}else if(!t.isUnitSchema()){if(Object.values(n).find(e=>{const{httpQuery:t,httpQueryParams:n,httpHeader:r,httpLabel:i,httpPrefixHeaders:a}=e.getMergedTraits();return!t&&!n&&!r&&!i&&a===void 0}))return e}}async getErrorSchemaOrThrowBaseException(e,t,n,r,i,a){let o=e;if(e.includes(`#`))[,o]=e.split(`#`);const s={$metadata:i,$fault:n.statusCode<500?`client`:`server`};if(!this.errorRegistry)throw new Error(`@aws-sdk/core/protocols - error handler not initialized.`);try{return{errorSchema:a?.(this.errorRegistry,o)??this.errorRegistry.getSchema(e),errorMetadata:s}}catch(e){r.message=r.message??r.Message??`UnknownError`;const t=this.errorRegistry;const n=t.getBaseException();if(n){const e=t.getErrorCtor(n)??Error;throw this.decorateServiceException(Object.assign(new e({name:o}),s),r)}const i=r;const a=i?.message??i?.Message??i?.Error?.Message??i?.Error?.message;throw this.decorateServiceException(Object.assign(new Error(a),{name:o},s),r)}}compose(e,t,n){let r=n;if(t.includes(`#`))[r]=t.split(`#`);const i=I.for(r);const a=I.for(`smithy.ts.sdk.synthetic.`+n);e.copyFrom(i);e.copyFrom(a);this.errorRegistry=e}decorateServiceException(e,t={}){if(this.queryCompat){const n=e.Message??t.Message;const r=decorateServiceException(e,t);if(n)r.message=n;const i=r.Error??{};i.Type=r.Error?.Type;i.Code=r.Error?.Code;i.Message=r.Error?.message??r.Error?.Message??n;r.Error=i;const a=r.$metadata.requestId;if(a)r.RequestId=a;return r}return decorateServiceException(e,t)}setQueryCompatError(e,t){const n=t.headers?.[`x-amzn-query-error`];if(e!==void 0&&n!=null){const[t,r]=n.split(`;`);const i=Object.keys(e);const a={Code:t,Type:r};e.Code=t;e.Type=r;for(let t=0;t<i.length;t++){const n=i[t];a[n===`message`?`Message`:n]=e[n]}delete a.__type;e.Error=a}}queryCompatOutput(e,t){if(e.Error)t.Error=e.Error;if(e.Type)t.Type=e.Type;if(e.Code)t.Code=e.Code}findQueryCompatibleError(e,t){try{return e.getSchema(t)}catch(n){return e.find(e=>F.of(e).getMergedTraits().awsQueryError?.[0]===t)}}};function writeKey$1(e){Object.defineProperty(e,"__proto__",{value:void 0,writable:true,enumerable:true,configurable:true})}function parseXML(e){return new Lr(e).parse()}var Lr=class AwsXmlParser{x;i=0;z;constructor(e){this.x=e;this.x=e.replace(/\r\n?/g,`
`);this.z=this.x.length}parse(){const e=this;const{z:t}=e;while(e.i<t){e.trim();if(e.i>=t)break;if(e.isNext(`<?`)){e.readTo(`?>`);e.trim()}else if(e.isNext(`<!--`)){e.readTo(`-->`);e.trim()}else if(e.isNext(`<!DOCTYPE`,false)){e.skipDoctype();e.trim()}else if(e.x[e.i]===`<`){const t=e.parseTag();return{[t.tag]:t.value}}else throw new Error(`@aws-sdk XML parse error: unexpected content.`)}throw new Error(`@aws-sdk XML parse error: no root element.`)}isNext(e,t=true){const n=this;if(t)return n.x.startsWith(e,n.i);return n.x.toLowerCase().startsWith(e.toLowerCase(),n.i)}readTo(e){const t=this;const n=t.x.indexOf(e,t.i);if(n===-1)throw new Error(`@aws-sdk XML parse error: expected "${e}" not found.`);const r=t.x.slice(t.i,n);t.i=n+e.length;return r}trim(){const e=this;while(e.i<e.z&&` 	\r
`.includes(e.x[e.i]))++e.i}readAttrValue(){const e=this;const t=e.x[e.i];++e.i;let n=``;while(e.i<e.z&&e.x[e.i]!==t)n+=e.x[e.i++];++e.i;return e.decodeEntities(n)}parseTag(){const e=this;++e.i;let t=``;while(e.i<e.z&&!` 	\r
>/`.includes(e.x[e.i]))t+=e.x[e.i++];let n=false;const r={};while(e.i<e.z){e.trim();if(`>/`.includes(e.x[e.i]))break;let t=``;while(e.i<e.z&&!`= 	\r
>/?`.includes(e.x[e.i]))t+=e.x[e.i++];e.trim();if(e.x[e.i]!==`=`)break;++e.i;e.trim();if(t===`__proto__`)writeKey$1(r);r[t]=e.readAttrValue();n=true}if(e.i>=e.z)throw new Error(`@aws-sdk XML parse error: unexpected end of input.`);if(e.x[e.i]===`/`){++e.i;if(e.i>=e.z||e.x[e.i]!==`>`)throw new Error(`@aws-sdk XML parse error: expected > at the end of self-closing tag.`);++e.i;return{tag:t,value:n?r:``}}if(e.x[e.i]!==`>`)throw new Error(`@aws-sdk XML parse error: expected > at the end of opening tag.`);++e.i;const i=[];const a=[];let o=false;while(e.i<e.z){if(e.isNext(`</`))break;if(e.x[e.i]===`<`){if(e.isNext(`<!--`))e.readTo(`-->`);else if(e.isNext(`<![CDATA[`)){e.i+=9;i.push(e.readTo(`]]>`))}else if(e.isNext(`<?`))e.readTo(`?>`);else{o=true;a.push(e.parseTag())}}else{let t=``;while(e.i<e.z&&e.x[e.i]!==`<`)t+=e.x[e.i++];i.push(e.decodeEntities(t))}}if(!e.isNext(`</`))throw new Error(`@aws-sdk XML parse error: missing closing tag </${t}>.`);e.i+=2;const s=e.readTo(`>`).trim();if(s!==t)throw new Error(`@aws-sdk XML parse error: mismatched tags <${t}> and </${s}>.`);if(!n&&i.length===0&&!o)return{tag:t,value:``};if(!n&&!o){const e=i.length===1?i[0]:i.join(``);if(e.trim()===``&&e.includes(`
`))return{tag:t,value:``};return{tag:t,value:e}}const c={};for(const e of i){if(e.trim()===``&&e.includes(`
`))continue;c[`#text`]=`#text`in c?c[`#text`]+e:e}for(const e of a){if(e.tag===`__proto__`)writeKey$1(c);if(e.tag in c){if(Array.isArray(c[e.tag]))c[e.tag].push(e.value);else c[e.tag]=[c[e.tag],e.value]}else c[e.tag]=e.value}for(const[e,t]of Object.entries(r)){if(e===`__proto__`)writeKey$1(c);c[e]=t}return{tag:t,value:c}}static ENTITIES={amp:`&`,lt:`<`,gt:`>`,quot:`"`,apos:`'`};skipDoctype(){const e=this;e.i+=9;let t=0;while(e.i<e.z){const n=e.x[e.i];if(n===`[`)++t;else if(n===`]`)--t;else if(n===`>`&&t===0){++e.i;return}++e.i}throw new Error(`@aws-sdk XML parse error: unclosed DOCTYPE.`)}decodeEntities(e){return e.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g,(e,t,n,r)=>{if(t)return String.fromCharCode(parseInt(t,16));if(n)return String.fromCharCode(parseInt(n,10));return AwsXmlParser.ENTITIES[r]??``})}};var SerdeContextConfig=class{serdeContext;setSerdeContext(e){this.serdeContext=e}};var UnionSerde=class{from;to;keys;constructor(e,t){this.from=e;this.to=t;const n=Object.keys(this.from);const r=new Set(n);r.delete(`__type`);this.keys=r}mark(e){this.keys.delete(e)}hasUnknown(){return this.keys.size===1&&Object.keys(this.to).length===0}writeUnknown(){if(this.hasUnknown()){const e=this.keys.values().next().value;const t=this.from[e];this.to.$unknown=[e,t]}}};function writeKey(e){Object.defineProperty(e,"__proto__",{value:void 0,writable:true,enumerable:true,configurable:true})}var XmlShapeDeserializer=class extends SerdeContextConfig{settings;stringDeserializer;constructor(e){super();this.settings=e;this.stringDeserializer=new FromStringShapeDeserializer(e)}setSerdeContext(e){this.serdeContext=e;this.stringDeserializer.setSerdeContext(e)}read(e,t,n){const r=F.of(e);const i=r.getMemberSchemas();if(r.isStructSchema()&&r.isMemberSchema()&&!!Object.values(i).find(e=>{return!!e.getMemberTraits().eventPayload})){const e={};const n=Object.keys(i)[0];if(i[n].isBlobSchema())e[n]=t;else e[n]=this.read(i[n],t);return e}const a=(this.serdeContext?.utf8Encoder??toUtf8$1)(t);const o=this.parseXml(a);return this.readSchema(e,n?o[n]:o)}readSchema(e,t){const n=F.of(e);if(n.isUnitSchema())return;const r=n.getMergedTraits();if(n.isListSchema()&&!Array.isArray(t))return this.readSchema(n,[t]);if(t==null)return t;if(typeof t===`object`){const e=!!r.xmlFlattened;if(n.isListSchema()){const r=n.getValueSchema();const i=[];const a=r.getMergedTraits().xmlName??`member`;const o=e?t:(t[0]??t)[a];if(o==null)return i;const s=Array.isArray(o)?o:[o];for(const e of s)i.push(this.readSchema(r,e));return i}const i={};if(n.isMapSchema()){const r=n.getKeySchema();const a=n.getValueSchema();let o;if(e)o=Array.isArray(t)?t:[t];else o=Array.isArray(t.entry)?t.entry:[t.entry];const s=r.getMergedTraits().xmlName??`key`;const c=a.getMergedTraits().xmlName??`value`;for(const e of o){const t=e[s];const n=e[c];if(t===`__proto__`)writeKey(i);i[t]=this.readSchema(a,n)}return i}if(n.isStructSchema()){const e=n.isUnionSchema();let r;if(e)r=new UnionSerde(t,i);for(const[a,o]of n.structIterator()){const n=o.getMergedTraits();const s=!n.httpPayload?o.getMemberTraits().xmlName??a:n.xmlName??o.getName();if(e)r.mark(s);if(t[s]!=null)i[a]=this.readSchema(o,t[s])}if(e)r.writeUnknown();return i}if(n.isDocumentSchema())return t;throw new Error(`@aws-sdk/core/protocols - xml deserializer unhandled schema type for ${n.getName(true)}`)}if(n.isListSchema())return[];if(n.isMapSchema()||n.isStructSchema())return{};return this.stringDeserializer.read(n,t)}parseXml(e){if(e.length){let t;try{t=parseXML(e)}catch(t){if(t&&typeof t===`object`)Object.defineProperty(t,"$responseBodyText",{value:e});throw t}const n=`#text`;const r=Object.keys(t)[0];const i=t[r];if(i[n]){i[r]=i[n];delete i[n]}return getValueFromTextNode(i)}return{}}};var QueryShapeSerializer=class extends SerdeContextConfig{settings;buffer;constructor(e){super();this.settings=e}write(e,t,n=``){if(this.buffer===void 0)this.buffer=``;const r=F.of(e);if(n&&!n.endsWith(`.`))n+=`.`;if(r.isBlobSchema()){if(typeof t===`string`||t instanceof Uint8Array){this.writeKey(n);this.writeValue((this.serdeContext?.base64Encoder??toBase64$1)(t))}}else if(r.isBooleanSchema()||r.isNumericSchema()||r.isStringSchema()){if(t!=null){this.writeKey(n);this.writeValue(String(t))}else if(r.isIdempotencyToken()){this.writeKey(n);this.writeValue(Wt())}}else if(r.isBigIntegerSchema()){if(t!=null){this.writeKey(n);this.writeValue(String(t))}}else if(r.isBigDecimalSchema()){if(t!=null){this.writeKey(n);this.writeValue(t instanceof Ne?t.string:String(t))}}else if(r.isTimestampSchema()){if(t instanceof Date){this.writeKey(n);switch(determineTimestampFormat(r,this.settings)){case 5:this.writeValue(t.toISOString().replace(`.000Z`,`Z`));break;case 6:this.writeValue(dateToUtcString(t));break;case 7:this.writeValue(String(t.getTime()/1e3))}}}else if(r.isDocumentSchema()){if(Array.isArray(t))this.write(79,t,n);else if(t instanceof Date)this.write(4,t,n);else if(t instanceof Uint8Array)this.write(21,t,n);else if(t&&typeof t===`object`)this.write(143,t,n);else{this.writeKey(n);this.writeValue(String(t))}}else if(r.isListSchema()){if(Array.isArray(t)){if(t.length===0){if(this.settings.serializeEmptyLists){this.writeKey(n);this.writeValue(``)}}else{const e=r.getValueSchema();const i=this.settings.flattenLists||r.getMergedTraits().xmlFlattened;let a=1;for(const r of t){if(r==null)continue;const t=e.getMergedTraits();const o=this.getKey(`member`,t.xmlName,t.ec2QueryName);const s=i?`${n}${a}`:`${n}${o}.${a}`;this.write(e,r,s);++a}}}}else if(r.isMapSchema()){if(t&&typeof t===`object`){const e=r.getKeySchema();const i=r.getValueSchema();const a=r.getMergedTraits().xmlFlattened;let o=1;for(const r in t){const s=t[r];if(s==null)continue;const c=e.getMergedTraits();const l=this.getKey(`key`,c.xmlName,c.ec2QueryName);const u=a?`${n}${o}.${l}`:`${n}entry.${o}.${l}`;const d=i.getMergedTraits();const f=this.getKey(`value`,d.xmlName,d.ec2QueryName);const p=a?`${n}${o}.${f}`:`${n}entry.${o}.${f}`;this.write(e,r,u);this.write(i,s,p);++o}}}else if(r.isStructSchema()){if(t&&typeof t===`object`){let e=false;for(const[i,a]of r.structIterator()){if(t[i]==null&&!a.isIdempotencyToken())continue;const r=a.getMergedTraits();const o=this.getKey(i,r.xmlName,r.ec2QueryName,`struct`);const s=`${n}${o}`;this.write(a,t[i],s);e=true}if(!e&&r.isUnionSchema()){const{$unknown:e}=t;if(Array.isArray(e)){const[t,r]=e;const i=`${n}${t}`;this.write(15,r,i)}}}}else if(r.isUnitSchema()){}else throw new Error(`@aws-sdk/core/protocols - QuerySerializer unrecognized schema type ${r.getName(true)}`)}flush(){if(this.buffer===void 0)throw new Error(`@aws-sdk/core/protocols - QuerySerializer cannot flush with nothing written to buffer.`);const e=this.buffer;delete this.buffer;return e}getKey(e,t,n,r){const{ec2:i,capitalizeKeys:a}=this.settings;if(i&&n)return n;const o=t??e;if(a&&r===`struct`)return o[0].toUpperCase()+o.slice(1);return o}writeKey(e){if(e.endsWith(`.`))e=e.slice(0,e.length-1);this.buffer+=`&${extendedEncodeURIComponent(e)}=`}writeValue(e){this.buffer+=extendedEncodeURIComponent(e)}};var AwsQueryProtocol=class extends RpcProtocol{options;serializer;deserializer;mixin=new ProtocolLib;constructor(e){super({defaultNamespace:e.defaultNamespace,errorTypeRegistries:e.errorTypeRegistries});this.options=e;const t={timestampFormat:{useTrait:true,default:5},httpBindings:false,xmlNamespace:e.xmlNamespace,serviceNamespace:e.defaultNamespace,serializeEmptyLists:true};this.serializer=new QueryShapeSerializer(t);this.deserializer=new XmlShapeDeserializer(t)}getShapeId(){return`aws.protocols#awsQuery`}setSerdeContext(e){this.serializer.setSerdeContext(e);this.deserializer.setSerdeContext(e)}getPayloadCodec(){throw new Error(`AWSQuery protocol has no payload codec.`)}async serializeRequest(e,t,n){const r=await super.serializeRequest(e,t,n);if(!r.path.endsWith(`/`))r.path+=`/`;r.headers[`content-type`]=`application/x-www-form-urlencoded`;if(deref(e.input)===`unit`||!r.body)r.body=``;r.body=`Action=${e.name.split(`#`)[1]??e.name}&Version=${this.options.version}`+r.body;if(r.body.endsWith(`&`))r.body=r.body.slice(-1);return r}async deserializeResponse(e,t,n){const r=this.deserializer;const i=F.of(e.output);const a={};if(n.statusCode>=300){const i=await collectBody(n.body,t);if(i.byteLength>0)Object.assign(a,await r.read(15,i));await this.handleError(e,t,n,a,this.deserializeMetadata(n))}for(const e in n.headers){const t=n.headers[e];delete n.headers[e];n.headers[e.toLowerCase()]=t}const o=e.name.split(`#`)[1]??e.name;const s=i.isStructSchema()&&this.useNestedResult()?o+`Result`:void 0;const c=await collectBody(n.body,t);if(c.byteLength>0)Object.assign(a,await r.read(i,c,s));a.$metadata=this.deserializeMetadata(n);return a}useNestedResult(){return true}async handleError(e,t,n,r,i){const a=this.loadQueryErrorCode(n,r)??`Unknown`;this.mixin.compose(this.compositeErrorRegistry,a,this.options.defaultNamespace);const o=this.loadQueryError(r)??{};const s=this.loadQueryErrorMessage(r);o.message=s;o.Error={Type:o.Type,Code:o.Code,Message:s};const{errorSchema:c,errorMetadata:l}=await this.mixin.getErrorSchemaOrThrowBaseException(a,this.options.defaultNamespace,n,o,i,this.mixin.findQueryCompatibleError);const u=F.of(c);const d=new((this.compositeErrorRegistry.getErrorCtor(c))??Error)({});const f={Type:o.Error.Type,Code:o.Error.Code,Error:o.Error};for(const[e,t]of u.structIterator()){const n=t.getMergedTraits().xmlName??e;const i=o[n]??r[n];f[e]=this.deserializer.readSchema(t,i)}throw this.mixin.decorateServiceException(Object.assign(d,l,{$fault:u.getMergedTraits().error,message:s},f),r)}loadQueryErrorCode(e,t){const n=(t.Errors?.[0]?.Error??t.Errors?.Error??t.Error)?.Code;if(n!==void 0)return n;if(e.statusCode==404)return`NotFound`}loadQueryError(e){return e.Errors?.[0]?.Error??e.Errors?.Error??e.Error}loadQueryErrorMessage(e){const t=this.loadQueryError(e);return t?.message??t?.Message??e.message??e.Message??`Unknown`}getDefaultContentType(){return`application/x-www-form-urlencoded`}};var AwsEc2QueryProtocol=class extends AwsQueryProtocol{options;constructor(e){super(e);this.options=e;Object.assign(this.serializer.settings,{capitalizeKeys:true,flattenLists:true,serializeEmptyLists:false,ec2:true})}getShapeId(){return`aws.protocols#ec2Query`}useNestedResult(){return false}};const K=64;const Rr=32;const zr=2**53-1;var Br=class Sha256Js{digestLength=Rr;state=Int32Array.from(Vr);w;buffer=new Uint8Array(64);bufferLength=0;bytesHashed=0;finished=false;inner;outer;constructor(e){if(e){const t=Sha256Js.normalizeKey(e);this.inner=new Sha256Js;this.outer=new Sha256Js;const{inner:n,outer:r}=this;const i=new Uint8Array(128);for(let e=0;e<K;++e){i[e]=54^t[e];i[e+K]=92^t[e]}n.update(i.subarray(0,K));r.update(i.subarray(K))}}update(e){if(this.finished)throw new Error(`Attempted to update an already finished HMAC.`);if(this.inner){this.inner.update(e);return}const t=toUint8Array(e);let n=0;let{byteLength:r}=t;this.bytesHashed+=r;if(this.bytesHashed*8>zr)throw new Error(`Cannot hash more than 2^53 - 1 bits`);while(r>0){this.buffer[this.bufferLength++]=t[n++];r--;if(this.bufferLength===K){this.hashBuffer();this.bufferLength=0}}}async digest(){const{inner:e,outer:t}=this;if(e&&t){if(this.finished)throw new Error(`Attempted to digest an already finished HMAC.`);this.finished=true;const n=e.digestSync();t.update(n);return t.digestSync()}return this.digestSync()}reset(){this.state=Int32Array.from(Vr);this.buffer=new Uint8Array(64);this.bufferLength=0;this.bytesHashed=0}digestSync(){const e=this.state.slice();const t=this.buffer.slice();let n=this.bufferLength;const r=this.bytesHashed*8;const i=new DataView(t.buffer,t.byteOffset,t.byteLength);i.setUint8(n++,128);if((n-1)%K>=56){for(let e=n;e<K;++e)i.setUint8(e,0);this.hashBufferWith(e,t);n=0}for(let e=n;e<56;++e)i.setUint8(e,0);i.setUint32(56,Math.floor(r/4294967296),false);i.setUint32(60,r,false);this.hashBufferWith(e,t);const a=new Uint8Array(Rr);for(let t=0;t<8;++t){a[t*4]=e[t]>>>24&255;a[t*4+1]=e[t]>>>16&255;a[t*4+2]=e[t]>>>8&255;a[t*4+3]=e[t]>>>0&255}return a}static normalizeKey(e){const t=toUint8Array(e);if(t.byteLength>K){const e=new Sha256Js;e.update(t);const n=e.digestSync();const r=new Uint8Array(K);r.set(n);return r}if(t.byteLength<K){const e=new Uint8Array(K);e.set(t);return e}return t}hashBuffer(){this.hashBufferWith(this.state,this.buffer)}hashBufferWith(e,t){const n=this.w??=new Int32Array(64);let r=e[0],i=e[1],a=e[2],o=e[3],s=e[4],c=e[5],l=e[6],u=e[7];for(let e=0;e<K;++e){if(e<16)n[e]=(t[e*4]&255)<<24|(t[e*4+1]&255)<<16|(t[e*4+2]&255)<<8|t[e*4+3]&255;else{let t=n[e-2];const r=(t>>>17|t<<15)^(t>>>19|t<<13)^t>>>10;t=n[e-15];const i=(t>>>7|t<<25)^(t>>>18|t<<14)^t>>>3;n[e]=(r+n[e-7]|0)+(i+n[e-16]|0)}const d=(((s>>>6|s<<26)^(s>>>11|s<<21)^(s>>>25|s<<7))+(s&c^~s&l)|0)+(u+(Hr[e]+n[e]|0)|0)|0;const f=((r>>>2|r<<30)^(r>>>13|r<<19)^(r>>>22|r<<10))+(r&i^r&a^i&a)|0;u=l;l=c;c=s;s=o+d|0;o=a;a=i;i=r;r=d+f|0}e[0]+=r;e[1]+=i;e[2]+=a;e[3]+=o;e[4]+=s;e[5]+=c;e[6]+=l;e[7]+=u}};const Vr=new Int32Array([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);const Hr=new Int32Array([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]);const Ur=(()=>{try{(0,external_node_crypto_.createHash)(`sha256`);return true}catch{return false}})()?buildNativeClass():Br;function buildNativeClass(){return class Sha256Node{digestLength=32;secret;hash;isHmac;finished=false;constructor(e){this.secret=e;this.isHmac=!!e;this.hash=this.createHash()}update(e){if(this.finished)throw new Error(`Attempted to update an already finished hash.`);this.hash.update(e)}async digest(){let e;if(this.isHmac){this.finished=true;e=this.hash.digest()}else e=this.hash.copy().digest();return new Uint8Array(e.buffer,e.byteOffset,e.byteLength)}reset(){this.hash=this.createHash();this.finished=false}createHash(){return this.secret?(0,external_node_crypto_.createHmac)(`sha256`,toBuffer(this.secret)):(0,external_node_crypto_.createHash)(`sha256`)}}}function toBuffer(e){if(typeof e===`string`)return e;if(ArrayBuffer.isView(e))return Buffer.from(e.buffer,e.byteOffset,e.byteLength);return Buffer.from(e)}const q=`ref`;const J=-1;const Y=true;const Wr=`isSet`;const Gr=`PartitionResult`;const Kr=`booleanEquals`;const qr=`getAttr`;const Jr={[q]:`Endpoint`};const Yr={[q]:Gr};const X={};const Xr=[{[q]:`Region`}];const Zr={conditions:[[Wr,[Jr]],[Wr,Xr],[`aws.partition`,Xr,Gr],[Kr,[{[q]:`UseFIPS`},Y]],[Kr,[{[q]:`UseDualStack`},Y]],[Kr,[{fn:qr,argv:[Yr,`supportsDualStack`]},Y]],[Kr,[{fn:qr,argv:[Yr,`supportsFIPS`]},Y]],[`stringEquals`,[{fn:qr,argv:[Yr,`name`]},`aws-us-gov`]]],results:[[J],[J,`Invalid Configuration: FIPS and custom endpoint are not supported`],[J,`Invalid Configuration: Dualstack and custom endpoint are not supported`],[Jr,X],[`https://ec2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}`,X],[J,`FIPS and DualStack are enabled, but this partition does not support one or both`],[`https://ec2.{Region}.amazonaws.com`,X],[`https://ec2-fips.{Region}.{PartitionResult#dnsSuffix}`,X],[J,`FIPS is enabled but this partition does not support FIPS`],[`https://ec2.{Region}.{PartitionResult#dualStackDnsSuffix}`,X],[J,`DualStack is enabled but this partition does not support DualStack`],[`https://ec2.{Region}.{PartitionResult#dnsSuffix}`,X],[J,`Invalid Configuration: Missing Region`]]};const Qr=2;const $r=new Int32Array([-1,1,-1,0,13,3,1,4,100000012,2,5,100000012,3,8,6,4,7,100000011,5,100000009,100000010,4,11,9,6,10,100000008,7,100000006,100000007,5,12,100000005,6,100000004,100000005,3,100000001,14,4,100000002,100000003]);const ei=kt.from($r,Qr,Zr.conditions,Zr.results);const ti=new EndpointCache({size:50,params:[`Endpoint`,`Region`,`UseDualStack`,`UseFIPS`]});const defaultEndpointResolver=(e,t={})=>{return ti.get(e,()=>decideEndpoint(ei,{endpointParams:e,logger:t.logger}))};L.aws=Wn;var ni=class EC2ServiceException extends rt{static shapeId=`smithy.ts.sdk.synthetic.com.amazonaws.ec2#EC2ServiceException`;constructor(e){super(e);Object.setPrototypeOf(this,EC2ServiceException.prototype)}};const ri=`AsnAssociationSet`;const ii=`AsnAssociation`;const ai=`AsnAssociations`;const oi=`AssociateIpamByoasn`;const si=`AssociateIpamByoasnRequest`;const ci=`AssociateIpamByoasnResult`;const li=`AdvertisementType`;const ui=`Asn`;const di=`Byoasn`;const fi=`ByoipCidr`;const pi=`ByoipCidrSet`;const mi=`ByoipCidrs`;const hi=`ByoasnSet`;const gi=`Byoasns`;const _i=`Cidr`;const vi=`DescribeByoipCidrsRequest`;const yi=`DescribeByoipCidrsResult`;const bi=`DescribeByoipCidrs`;const xi=`DescribeIpamByoasnRequest`;const Si=`DescribeIpamByoasnResult`;const Ci=`DescribeIpamByoasn`;const wi=`DryRun`;const Ti=`Description`;const Ei=`IpamId`;const Di=`IpamPoolId`;const Oi=`MaxResults`;const ki=`NetworkBorderGroup`;const Ai=`NextToken`;const ji=`PoolId`;const Mi=`StatusMessage`;const Ni=`State`;const Pi=`asnAssociation`;const Fi=`asnAssociationSet`;const Ii=`advertisementType`;const Li=`asn`;const Ri=`byoipCidrSet`;const zi=`byoasnSet`;const Bi=`cidr`;const Vi=`description`;const Z=`ec2QueryName`;const Hi=`ipamId`;const Ui=`ipamPoolId`;const Wi=`item`;const Gi=`networkBorderGroup`;const Ki=`nextToken`;const qi=`poolId`;const Ji=`smithy.ts.sdk.synthetic.com.amazonaws.ec2`;const Yi=`statusMessage`;const Xi=`state`;const Q=`xmlName`;const $=`com.amazonaws.ec2`;const Zi=new I(Ji);var Qi=[-3,Ji,`EC2ServiceException`,0,[],[]];Zi.registerError(Qi,ni);const $i=[Zi];var ea=[3,$,ii,0,[ui,_i,Mi,Ni],[[0,{[Z]:`Asn`,[Q]:Li}],[0,{[Z]:`Cidr`,[Q]:Bi}],[0,{[Z]:`StatusMessage`,[Q]:Yi}],[0,{[Z]:`State`,[Q]:Xi}]]];var ta=[3,$,si,0,[ui,_i,wi],[0,0,2],2];var na=[3,$,ci,0,[ii],[[()=>ea,{[Z]:`AsnAssociation`,[Q]:Pi}]]];var ra=[3,$,di,0,[ui,Ei,Mi,Ni],[[0,{[Z]:`Asn`,[Q]:Li}],[0,{[Z]:`IpamId`,[Q]:Hi}],[0,{[Z]:`StatusMessage`,[Q]:Yi}],[0,{[Z]:`State`,[Q]:Xi}]]];var ia=[3,$,fi,0,[_i,Ti,ai,Mi,Ni,ki,li,ji,Di],[[0,{[Z]:`Cidr`,[Q]:Bi}],[0,{[Z]:`Description`,[Q]:Vi}],[()=>la,{[Z]:`AsnAssociationSet`,[Q]:Fi}],[0,{[Z]:`StatusMessage`,[Q]:Yi}],[0,{[Z]:`State`,[Q]:Xi}],[0,{[Z]:`NetworkBorderGroup`,[Q]:Gi}],[0,{[Z]:`AdvertisementType`,[Q]:Ii}],[0,{[Z]:`PoolId`,[Q]:qi}],[0,{[Z]:`IpamPoolId`,[Q]:Ui}]]];var aa=[3,$,vi,0,[Oi,wi,Ai],[1,2,0],1];var oa=[3,$,yi,0,[mi,Ai],[[()=>da,{[Z]:`ByoipCidrSet`,[Q]:Ri}],[0,{[Z]:`NextToken`,[Q]:Ki}]]];var sa=[3,$,xi,0,[wi,Oi,Ai],[2,1,0]];var ca=[3,$,Si,0,[gi,Ai],[[()=>ua,{[Z]:`ByoasnSet`,[Q]:zi}],[0,{[Z]:`NextToken`,[Q]:Ki}]]];var la=[1,$,ri,0,[()=>ea,{[Q]:Wi}]];var ua=[1,$,hi,0,[()=>ra,{[Q]:Wi}]];var da=[1,$,pi,0,[()=>ia,{[Q]:Wi}]];var fa=[9,$,oi,0,()=>ta,()=>na];var pa=[9,$,bi,0,()=>aa,()=>oa];var ma=[9,$,Ci,0,()=>sa,()=>ca];const getRuntimeConfig$1=e=>{return{apiVersion:`2016-11-15`,base64Decoder:e?.base64Decoder??fromBase64,base64Encoder:e?.base64Encoder??toBase64$1,disableHostPrefix:e?.disableHostPrefix??false,endpointProvider:e?.endpointProvider??defaultEndpointResolver,extensions:e?.extensions??[],httpAuthSchemeProvider:e?.httpAuthSchemeProvider??defaultEC2HttpAuthSchemeProvider,httpAuthSchemes:e?.httpAuthSchemes??[{schemeId:`aws.auth#sigv4`,identityProvider:e=>e.getIdentityProvider(`aws.auth#sigv4`),signer:new AwsSdkSigV4Signer}],logger:e?.logger??new NoOpLogger,protocol:e?.protocol??AwsEc2QueryProtocol,protocolSettings:e?.protocolSettings??{defaultNamespace:`com.amazonaws.ec2`,errorTypeRegistries:$i,xmlNamespace:`http://ec2.amazonaws.com/doc/2016-11-15`,version:`2016-11-15`,serviceTarget:`AmazonEC2`},serviceId:e?.serviceId??`EC2`,sha256:e?.sha256??Ur,urlParser:e?.urlParser??parseUrl,utf8Decoder:e?.utf8Decoder??fromUtf8$1,utf8Encoder:e?.utf8Encoder??toUtf8$1}};const getRuntimeConfig=e=>{emitWarningIfUnsupportedVersion(process.version);const t=resolveDefaultsModeConfig(e);const defaultConfigProvider=()=>t().then(loadConfigsForDefaultMode);const n=getRuntimeConfig$1(e);emitWarningIfUnsupportedVersion$1(process.version);const r={profile:e?.profile,logger:n.logger};return{...n,...e,runtime:`node`,defaultsMode:t,authSchemePreference:e?.authSchemePreference??loadConfig(qn,r),bodyLengthChecker:e?.bodyLengthChecker??calculateBodyLength,credentialDefaultProvider:e?.credentialDefaultProvider??defaultProvider,defaultSocketTimeout:getDefaultSocketTimeout(e?.requestHandler,9e5),defaultUserAgentProvider:e?.defaultUserAgentProvider??createDefaultUserAgentProvider({serviceId:n.serviceId,clientVersion:xr}),maxAttempts:e?.maxAttempts??loadConfig(En,e),region:e?.region??loadConfig(mt,{...ht,...r}),requestHandler:Ir.create(e?.requestHandler??defaultConfigProvider),retryMode:e?.retryMode??loadConfig({...kn,default:async()=>(await defaultConfigProvider()).retryMode||Cn},e),streamCollector:e?.streamCollector??streamCollector,useDualstackEndpoint:e?.useDualstackEndpoint??loadConfig(We,r),useFipsEndpoint:e?.useFipsEndpoint??loadConfig(qe,r),userAgentAppId:e?.userAgentAppId??loadConfig(Vn,r)}};const getHttpAuthExtensionConfiguration=e=>{const t=e.httpAuthSchemes;let n=e.httpAuthSchemeProvider;let r=e.credentials;return{setHttpAuthScheme(e){const n=t.findIndex(t=>t.schemeId===e.schemeId);if(n===-1)t.push(e);else t.splice(n,1,e)},httpAuthSchemes(){return t},setHttpAuthSchemeProvider(e){n=e},httpAuthSchemeProvider(){return n},setCredentials(e){r=e},credentials(){return r}}};const resolveHttpAuthRuntimeConfig=e=>{return{httpAuthSchemes:e.httpAuthSchemes(),httpAuthSchemeProvider:e.httpAuthSchemeProvider(),credentials:e.credentials()}};const resolveRuntimeExtensions=(e,t)=>{const n=Object.assign(getAwsRegionExtensionConfiguration(e),getDefaultExtensionConfiguration(e),getHttpHandlerExtensionConfiguration(e),getHttpAuthExtensionConfiguration(e));t.forEach(e=>e.configure(n));return Object.assign(e,resolveAwsRegionExtensionConfiguration(n),resolveDefaultRuntimeConfig(n),resolveHttpHandlerRuntimeConfig(n),resolveHttpAuthRuntimeConfig(n))};var EC2Client=class extends Client{config;constructor(...[e]){const t=getRuntimeConfig(e||{});super(t);this.initConfig=t;const n=resolveUserAgentConfig(resolveClientEndpointParameters(t));const r=resolveRetryConfig(n);const i=resolveHostHeaderConfig(resolveRegionConfig(r));const a=Lt(i);const o=resolveHttpAuthSchemeConfig(a);const s=resolveRuntimeExtensions(o,e?.extensions||[]);this.config=s;this.middlewareStack.use(getSchemaSerdePlugin(this.config));this.middlewareStack.use(getUserAgentPlugin(this.config));this.middlewareStack.use(An(this.config));this.middlewareStack.use(getContentLengthPlugin(this.config));this.middlewareStack.use(getHostHeaderPlugin(this.config));this.middlewareStack.use(getLoggerPlugin(this.config));this.middlewareStack.use(getRecursionDetectionPlugin(this.config));this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config,{httpAuthSchemeParametersProvider:defaultEC2HttpAuthSchemeParametersProvider,identityProviderConfigProvider:async e=>new DefaultIdentityProviderConfig({"aws.auth#sigv4":e.credentials})}));this.middlewareStack.use(getHttpSigningPlugin(this.config))}destroy(){super.destroy()}};const ha=makeBuilder(br,`AmazonEC2`,`EC2Client`,Rt);const ga={};const _mw0=(e,t,n,r)=>[];var AssociateIpamByoasnCommand=class extends ha(ga,_mw0,`AssociateIpamByoasn`,fa){};var DescribeByoipCidrsCommand=class extends ha(ga,_mw0,`DescribeByoipCidrs`,pa){};var DescribeIpamByoasnCommand=class extends ha(ga,_mw0,`DescribeIpamByoasn`,ma){};

/***/ }),

/***/ 204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ parseAsn),
  A: () => (/* binding */ isAssociated),
  B: () => (/* binding */ parseRegion),
  C: () => (/* binding */ redactOutcome),
  D: () => (/* binding */ hasChanges),
  E: () => (/* binding */ inspectLines),
  F: () => (/* binding */ countInvalid),
  G: () => (/* binding */ problemText$1),
  H: () => (/* binding */ property),
  I: () => (/* binding */ readProxies),
  J: () => (/* binding */ connectVia),
  K: () => (/* binding */ openTransport),
  L: () => (/* binding */ defaultTargetName),
  M: () => (/* binding */ endingSignals),
  N: () => (/* binding */ collectSecrets),
  O: () => (/* binding */ listAssociations),
  P: () => (/* binding */ systemClock),
  Q: () => (/* binding */ canonicalAsn),
  R: () => (/* binding */ parseTargetName),
  S: () => (/* binding */ redactFailure),
  St: () => (/* binding */ reasons),
  T: () => (/* binding */ defectLines),
  U: () => (/* binding */ parseAccountId),
  V: () => (/* binding */ parseJson),
  W: () => (/* binding */ locationText),
  X: () => (/* binding */ parseCidr),
  Y: () => (/* binding */ canonicalCidr),
  Z: () => (/* binding */ rangeOf),
  _: () => (/* binding */ statusLabels),
  _t: () => (/* binding */ plainJson),
  a: () => (/* binding */ describeCidrs),
  at: () => (/* binding */ sendWithin),
  b: () => (/* binding */ targetText),
  bt: () => (/* binding */ Failure),
  c: () => (/* binding */ policyToPaste),
  ct: () => (/* binding */ withTimeout),
  d: () => (/* binding */ renderPage),
  dt: () => (/* binding */ CallError),
  et: () => (/* binding */ explainLookAlike),
  f: () => (/* binding */ countText),
  ft: () => (/* binding */ intercepted),
  g: () => (/* binding */ stateAfter),
  gt: () => (/* binding */ networkPathCodes),
  h: () => (/* binding */ gradesOf),
  ht: () => (/* binding */ awsCodes),
  i: () => (/* binding */ run),
  it: () => (/* binding */ explainMissingIdToken),
  j: () => (/* binding */ cancelOnSignals),
  k: () => (/* binding */ listCidrs),
  l: () => (/* binding */ createRateLimiter),
  lt: () => (/* binding */ toFailure),
  m: () => (/* binding */ extraReasons),
  mt: () => (/* binding */ unreadableError),
  n: () => (/* binding */ readConfigFile),
  nt: () => (/* binding */ errorDelay),
  o: () => (/* binding */ startDeadline),
  ot: () => (/* binding */ TimeoutError),
  p: () => (/* binding */ pairsByEnd),
  pt: () => (/* binding */ kindOfStatus),
  q: () => (/* binding */ boundAnswer),
  r: () => (/* binding */ refusePath),
  rt: () => (/* binding */ retry),
  s: () => (/* binding */ planPolicy),
  t: () => (/* binding */ runAction),
  tt: () => (/* binding */ quotedText),
  u: () => (/* binding */ rates),
  ut: () => (/* binding */ withFailureContext),
  v: () => (/* binding */ tableHeader),
  vt: () => (/* binding */ plainLine),
  w: () => (/* binding */ formatResult),
  x: () => (/* binding */ fit),
  xt: () => (/* binding */ asFailure),
  y: () => (/* binding */ runLine),
  yt: () => (/* binding */ truncate),
  z: () => (/* binding */ targetNamePattern)
});

// UNUSED EXPORTS: st

// EXTERNAL MODULE: ./dependencies.js + 3 modules
var dependencies = __nccwpck_require__(816);
// EXTERNAL MODULE: ./credentials-dependencies.js
var credentials_dependencies = __nccwpck_require__(182);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(75);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./every-run.js












// src/reasons.ts
const reasons = {
	associated: {
		ending: "success",
		cause: "AWS shows the association as associated.",
		next: "Routes have not changed: advertise the CIDR from this ASN when you want them to. Undo: disassociate-ipam-byoasn (README.md#undo)."
	},
	"already-associated": {
		ending: "success",
		cause: "The association already exists. Nothing was changed.",
		next: "Nothing to do."
	},
	"already-pending": {
		ending: "success",
		cause: "The association is pending in AWS. This run did not wait for it.",
		next: "Run again with dry-run: false and wait: true to wait for it."
	},
	accepted: {
		ending: "success",
		cause: "EC2 accepted the association, and wait is false.",
		next: "Run again later to see the end state."
	},
	"dry-run-permitted": {
		ending: "success",
		cause: "The association can be created: EC2 confirmed that this role may.",
		next: "Approve the run with dry-run: false. EC2 checked only the permission."
	},
	"dry-run-unchecked": {
		ending: "success",
		cause: "The association would be created. Permission was not checked (permission-check: false).",
		next: "Approve the run with dry-run: false, with a role that may associate."
	},
	planned: {
		ending: "success",
		cause: "The plan has associations to create, and nothing blocks it.",
		next: "Review the plan. It is applied after the approval."
	},
	"no-changes": {
		ending: "success",
		cause: "All associations in the file exist or are pending. Nothing was changed.",
		next: "Nothing to do."
	},
	applied: {
		ending: "success",
		cause: "AWS shows every association in the file as associated.",
		next: "Routes have not changed: advertise a CIDR from its ASN when you want them to. Undo: disassociate-ipam-byoasn (README.md#undo)."
	},
	"fork-no-credentials": {
		ending: "success",
		cause: "GitHub gives pull requests from forks and by Dependabot no credentials, and no others are configured. Only the offline checks ran.",
		next: "Review the change, and plan it on a branch of this repository."
	},
	"not-permitted": {
		ending: "failure",
		cause: "EC2 answered the dry run: this role may not associate.",
		next: "Give the role the apply policy, or set permission-check: false for a role that only reads."
	},
	"invalid-input": {
		ending: "failure",
		cause: "Inputs, or entries of the file, are invalid. AWS was not contacted.",
		next: "Fix the problems listed with this reason."
	},
	"no-credentials": {
		ending: "failure",
		cause: "No AWS credentials are configured, or GitHub gave the job no ID token.",
		next: "Grant id-token: write and set role-to-assume, or configure credentials in an earlier step."
	},
	"oidc-denied": {
		ending: "failure",
		cause: "STS refused GitHub's ID token for this role.",
		next: "Compare the claims with the role's trust policy (docs/troubleshooting.md). Correct the job, or add its sub to the policy if this kind of run may have the role."
	},
	"credentials-rejected": {
		ending: "failure",
		cause: "The configured credentials are wrong, expired or incomplete, or the clock of the runner is off.",
		next: "Renew the credentials, and check the clock of a self-hosted runner."
	},
	"account-not-allowed": {
		ending: "failure",
		cause: "The credentials belong to another account than the target's, or than allowed-account-ids lists, or changed to another account during the run.",
		next: "Check role-to-assume, allowed-account-ids and the account of the target."
	},
	"cidr-not-found": {
		ending: "failure",
		cause: "AWS lists no such BYOIP CIDR in this account and Region.",
		next: "Check the Region, the account, and that the CIDR is exactly the provisioned one."
	},
	"cidr-not-ready": {
		ending: "failure",
		cause: "The CIDR is neither provisioned nor advertised.",
		next: "Wait until DescribeByoipCidrs shows it as provisioned, then run again."
	},
	"cidr-not-eligible": {
		ending: "failure",
		cause: "The CIDR can never be advertised from your ASN: it is anycast, or not publicly advertisable.",
		next: "Use a unicast CIDR that was provisioned as publicly advertisable."
	},
	"asn-not-provisioned": {
		ending: "failure",
		cause: "IPAM lists the ASN in a state other than provisioned.",
		next: "Wait until DescribeIpamByoasn shows it as provisioned, then run again."
	},
	"association-busy": {
		ending: "failure",
		cause: "The association is being disassociated, or that has failed.",
		next: "Wait for the end, or resolve the failure in AWS, then run again."
	},
	"unknown-state": {
		ending: "failure",
		cause: "AWS shows a state that this version does not know, or a listing that contradicts itself or cannot be read.",
		next: "Run again: the listing may have changed while it was read. If it stays, look at the state in AWS, and use a newer version of this action."
	},
	refused: {
		ending: "failure",
		cause: "One or more associations cannot be created. Nothing was changed.",
		next: "Fix each blocked association, or remove it from the file; that removes nothing in AWS."
	},
	"plan-changed": {
		ending: "failure",
		cause: "The plan differs from the approved one. Nothing was changed.",
		next: "Re-run all jobs, and review and approve the new plan."
	},
	"too-many-changes": {
		ending: "failure",
		cause: "The plan creates more associations than max-changes allows. Nothing was changed.",
		next: "Check the plan. If it is intended, raise max-changes."
	},
	"partly-applied": {
		ending: "failure",
		cause: "Some associations were created, and others failed or were skipped.",
		next: "Resolve each failure, then re-run all jobs: existing associations are kept."
	},
	"association-failed": {
		ending: "failure",
		cause: "AWS ended the association in failed-association, or removed it.",
		next: "Resolve what AWS's status message says, then re-run all jobs to plan a new attempt."
	},
	"wait-timeout": {
		ending: "failure",
		cause: "The deadline passed before AWS showed an end state.",
		next: "Re-run the failed jobs to go on waiting. If associations were skipped, re-run all jobs. Raise wait-timeout-seconds if AWS needs longer."
	},
	"access-denied": {
		ending: "failure",
		cause: "AWS denied a call that the run needs.",
		next: "Give the role its policy from docs/iam.md, and check organization policies."
	},
	"request-rejected": {
		ending: "failure",
		cause: "AWS rejected the request.",
		next: "Do what AWS's message says; the same request will be rejected again."
	},
	throttled: {
		ending: "failure",
		cause: "AWS throttled the calls until the deadline.",
		next: "Run again later, and keep runs for one account and Region apart (concurrency)."
	},
	"service-error": {
		ending: "failure",
		cause: "AWS answered repeatedly with a server error, or with something unreadable.",
		next: "Run again: it reads the state first, and creates only what is missing."
	},
	"network-error": {
		ending: "failure",
		cause: "AWS could not be reached, or did not respond in time.",
		next: "Check Region, DNS, proxy and firewall, then run again."
	},
	cancelled: {
		ending: "failure",
		cause: "The run was cancelled by a signal.",
		next: "Run again: it reads the state first, and joins a pending wait."
	},
	"internal-error": {
		ending: "failure",
		cause: "A defect of this action.",
		next: "Please report it with the log. Running again is safe."
	}
};
// src/failure.ts
var Failure = class extends Error {
	name = "Failure";
	reason;
	likely;
	next;
	lines;
	problems;
	constructor(reason, message, details = {}) {
		super(message, { cause: details.cause });
		this.reason = reason;
		this.likely = details.likely;
		this.next = details.next ?? reasons[reason].next;
		this.lines = details.lines ?? [];
		this.problems = details.problems ?? [];
	}
};
function asFailure(thrown) {
	if (thrown instanceof Failure) return thrown;
	return new Failure("internal-error", `Unexpected: ${textOf$1(thrown)}`, { cause: thrown });
}
function textOf$1(thrown) {
	if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`;
	return typeof thrown === "string" ? thrown : (0,external_node_util_.inspect)(thrown);
}
// src/lib/text.ts
function plainLine(text) {
	return text.replace(unseen$1, (character) => escapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
function plainJson(json) {
	return json.replace(unseen$1, (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
}
const unseen$1 = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const escapes = {
	"\n": "\\n",
	"\r": "\\r",
	"	": " "
};
function logLine(text) {
	return plainLine(text).replace(/^(\s*):(?=:)/, "$1\\:").replaceAll("##[", "#\\#[");
}
function truncate(text, most) {
	const left = text.length - most;
	return left > 0 ? `${text.slice(0, most)}... (${left} more characters)` : text;
}
// src/aws/errors/error-codes.ts
const account = "The AWS account itself is not ready for this call.";
const argument = "AWS did not accept an argument of the request.";
const busy = "AWS is short of capacity for the moment.";
const clock = "The clock of the runner is off, or the request took very long.";
const expired = "The credentials have expired.";
const limit = "Other callers in this account and Region use up the same request rate.";
const outage = "AWS failed inside.";
const policy = "An identity policy, permissions boundary, session policy or organization's policy.";
const signature = "The access key, secret key or session token is wrong.";
const state = "The ASN, the CIDR or their association is in a state that does not allow it.";
const checkCa = "Set NODE_EXTRA_CA_CERTS in the env of the job or the runner to the file (PEM) with the CA certificate that signs for the proxy or endpoint; an earlier step of the job may write the file.";
const checkRegion = "Check aws-region: not every Region offers BYOASN.";
const openAccount = "Solve it in the AWS account, or with AWS Support.";
const unknownKey = {
	kind: "credentials",
	cause: "The access key or the session token is wrong, or was deactivated. Or the Region does not take it: an opt-in Region that is not enabled in the account, or a Region of another partition.",
	next: "Renew the credentials. If they are right, correct aws-region, or enable the Region in the account.",
	elsewhere: {
		cause: "The Region is an opt-in Region that is not enabled in the account, or is of another partition (aws, aws-cn, aws-us-gov); or the session comes from the global endpoint of STS, whose tokens opt-in Regions do not accept.",
		next: "Correct aws-region, or enable the Region in the account (aws account enable-region), then run again."
	}
};
const untrusted = {
	kind: "rejected",
	cause: "The certificate of the endpoint is signed by a CA that Node does not know, as where a proxy opens TLS.",
	next: checkCa
};
const untrustedCodes = {
	DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
	SELF_SIGNED_CERT_IN_CHAIN: untrusted,
	UNABLE_TO_GET_ISSUER_CERT: untrusted,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted
};
const roadCodes = {
	ERR_INVALID_CHAR: {
		kind: "credentials",
		cause: "The access key (header authorization), the session token (x-amz-security-token) or the token of a request holds a line end or another character that no HTTP header can carry. Nothing was sent.",
		next: "Set the secret or variable that holds it again, without a line end (printf adds none, echo does)."
	},
	Intercepted: {
		kind: "intercepted",
		cause: "A proxy, web filter, firewall or sign-in page between the runner and the host answered in its place.",
		next: "Let it pass HTTPS to that host unchanged, or except the host with NO_PROXY; check the AWS_ENDPOINT_URL variables; then run again."
	}
};
const proxyCodes = {
	ProxyFailed: {
		kind: "unsent",
		cause: "The proxy that HTTPS_PROXY names is not there, or could not reach the host.",
		next: "Check HTTPS_PROXY and the log of the proxy, or except the host with NO_PROXY; then run again."
	},
	ProxyRefused: {
		kind: "rejected",
		cause: "The proxy that HTTPS_PROXY names does not let this through: HTTP 407 is for a user or password that is missing or wrong, others are for a host or port that it does not allow.",
		next: "Correct user and password in HTTPS_PROXY, let the proxy allow the host, or except it with NO_PROXY; then run again."
	}
};
const invalidValue = {
	kind: "invalid",
	cause: "Node or the AWS SDK refused a value of the request. Nothing was sent.",
	next: "Correct the value that the message names: aws-region, or an AWS_ variable of the job such as AWS_ENDPOINT_URL."
};
const invalidCodes = {
	ERR_INVALID_URL: {
		kind: "invalid",
		cause: "The address of an endpoint is not a URL. Nothing was sent.",
		next: "Correct the AWS_ENDPOINT_URL variables of the job and endpoint_url in the AWS profile."
	},
	ERR_HTTP_INVALID_HEADER_VALUE: invalidValue,
	ERR_INVALID_ARG_TYPE: invalidValue,
	ERR_INVALID_ARG_VALUE: invalidValue,
	ERR_INVALID_HTTP_TOKEN: invalidValue,
	ERR_INVALID_PROTOCOL: invalidValue,
	ERR_SOCKET_BAD_PORT: invalidValue,
	ERR_UNESCAPED_CHARACTERS: invalidValue,
	InvalidValue: invalidValue
};
const tooLateCode = "TooLate";
const tooLongCode = "TooLong";
const ownCodes = {
	Timeout: {
		kind: "ambiguous",
		cause: "No answer came in time.",
		next: "Check proxy and firewall of the runner, then run again."
	},
	[tooLateCode]: {
		kind: "unsent",
		cause: "The deadline of wait-timeout-seconds left no time for the call.",
		next: "Run again with a longer wait-timeout-seconds; what is there is kept."
	},
	[tooLongCode]: {
		kind: "ambiguous",
		cause: "Something between the runner and AWS answered, and without an end.",
		next: "Check AWS_ENDPOINT_URL, proxy and firewall of the runner, then run again."
	},
	Unreadable: {
		kind: "ambiguous",
		cause: "Something between the runner and AWS cut or garbled the answer.",
		next: "Check proxy and firewall of the runner, then run again."
	},
	...roadCodes,
	...invalidCodes,
	...proxyCodes,
	...untrustedCodes
};
const awsCodes = {
	DryRunOperation: {
		kind: "permitted",
		cause: "The call would have been permitted."
	},
	UnauthorizedOperation: {
		kind: "denied",
		cause: policy
	},
	AccessDenied: {
		kind: "denied",
		cause: policy
	},
	AccessDeniedException: {
		kind: "denied",
		cause: policy
	},
	AuthFailure: unknownKey,
	InvalidClientTokenId: unknownKey,
	UnrecognizedClientException: unknownKey,
	SignatureDoesNotMatch: {
		kind: "credentials",
		cause: signature
	},
	IncompleteSignature: {
		kind: "credentials",
		cause: signature
	},
	MissingAuthenticationToken: {
		kind: "credentials",
		cause: signature
	},
	ExpiredToken: {
		kind: "credentials",
		cause: expired
	},
	ExpiredTokenException: {
		kind: "credentials",
		cause: expired
	},
	RequestExpired: {
		kind: "credentials",
		cause: `${expired} Or: ${clock}`
	},
	InvalidSignatureException: {
		kind: "credentials",
		cause: `${signature} Or: ${clock}`
	},
	RequestInTheFuture: {
		kind: "credentials",
		cause: clock
	},
	RequestTimeTooSkewed: {
		kind: "credentials",
		cause: clock
	},
	Blocked: {
		kind: "rejected",
		cause: account,
		next: openAccount
	},
	OptInRequired: {
		kind: "rejected",
		cause: account,
		next: openAccount
	},
	PendingVerification: {
		kind: "rejected",
		cause: account,
		next: openAccount
	},
	InvalidAction: {
		kind: "rejected",
		cause: "This Region or partition does not know the call.",
		next: checkRegion
	},
	UnsupportedOperation: {
		kind: "rejected",
		cause: "This Region, or this kind of CIDR, does not allow the call.",
		next: checkRegion
	},
	InvalidParameter: {
		kind: "rejected",
		cause: argument
	},
	InvalidParameterCombination: {
		kind: "rejected",
		cause: argument
	},
	InvalidParameterValue: {
		kind: "rejected",
		cause: argument
	},
	InvalidPaginationToken: {
		kind: "rejected",
		cause: argument
	},
	InvalidRequest: {
		kind: "rejected",
		cause: argument
	},
	MalformedQueryString: {
		kind: "rejected",
		cause: argument
	},
	MissingParameter: {
		kind: "rejected",
		cause: argument
	},
	UnknownParameter: {
		kind: "rejected",
		cause: argument
	},
	ValidationError: {
		kind: "rejected",
		cause: argument
	},
	IncorrectState: {
		kind: "rejected",
		cause: state
	},
	IncorrectStateException: {
		kind: "rejected",
		cause: state
	},
	InvalidState: {
		kind: "rejected",
		cause: state
	},
	ResourceLimitExceeded: {
		kind: "rejected",
		cause: "A quota of the account is used up.",
		next: "Ask AWS Support to raise the quota; BYOASN quotas are not in the Service Quotas console."
	},
	BandwidthLimitExceeded: {
		kind: "throttled",
		cause: limit
	},
	EC2ThrottledException: {
		kind: "throttled",
		cause: limit
	},
	RequestLimitExceeded: {
		kind: "throttled",
		cause: limit
	},
	RequestThrottled: {
		kind: "throttled",
		cause: limit
	},
	RequestThrottledException: {
		kind: "throttled",
		cause: limit
	},
	SlowDown: {
		kind: "throttled",
		cause: limit
	},
	Throttling: {
		kind: "throttled",
		cause: limit
	},
	ThrottlingException: {
		kind: "throttled",
		cause: limit
	},
	TooManyRequestsException: {
		kind: "throttled",
		cause: limit
	},
	InternalError: {
		kind: "ambiguous",
		cause: outage
	},
	InternalFailure: {
		kind: "ambiguous",
		cause: outage
	},
	ServerInternal: {
		kind: "ambiguous",
		cause: outage
	},
	ServiceUnavailable: {
		kind: "ambiguous",
		cause: busy
	},
	Unavailable: {
		kind: "ambiguous",
		cause: busy
	},
	IDPCommunicationError: {
		kind: "unsent",
		cause: "STS could not reach the issuer of the token in time.",
		next: "Run again; STS reaches the issuer over its own network."
	},
	IDPRejectedClaim: {
		kind: "denied",
		cause: "The ID token was revoked or has expired."
	},
	InvalidIdentityToken: {
		kind: "denied",
		cause: "The role's account has no IAM OIDC provider for GitHub, that provider lacks the audience, or STS could not fetch GitHub's keys just now.",
		next: "Create the IAM OIDC provider in the account of the role, with the iss and aud shown; if it is there, run the job again."
	},
	MalformedPolicyDocument: {
		kind: "rejected",
		cause: argument
	},
	PackedPolicyTooLarge: {
		kind: "rejected",
		cause: argument
	},
	RegionDisabledException: {
		kind: "rejected",
		cause: "STS is not activated for this Region in the account of the role.",
		next: "Activate the Region for STS in the account settings of IAM."
	},
	...ownCodes
};
function kindOfOwnCode(code) {
	return Object.hasOwn(ownCodes, code) ? ownCodes[code]?.kind : void 0;
}
const networkPathCodes = new Set([
	...Object.keys(roadCodes),
	...Object.keys(proxyCodes),
	...Object.keys(untrustedCodes)
]);
const unsentSystemCodes = new Set([
	"EAI_AGAIN",
	"ECONNREFUSED",
	"ENOTFOUND",
	"ERR_PROXY_TUNNEL"
]);
const clockCodes = new Set([
	"AuthFailure",
	"InvalidSignatureException",
	"RequestExpired",
	"RequestInTheFuture",
	"RequestTimeTooSkewed",
	"SignatureDoesNotMatch"
]);
// src/aws/errors/response-text.ts
function isWholeAnswer(value) {
	return typeof value === "object" && value !== null && "text" in value && "host" in value;
}
const prolog = String.raw`^\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*`;
const htmlStart = new RegExp(`${prolog}<(!doctype\\s+html|html)\\b`, "is");
const awsStart = new RegExp(`${prolog}<\\w*Response\\b`, "s");
function isPage(text) {
	return htmlStart.test(text);
}
function isDocumentOfAws(text) {
	return awsStart.test(text);
}
const longestSaid = 200;
function saidIn({ text, headers }) {
	const line = [/<title[^>]*>(.*?)<\/title/is.exec(text)?.[1] ?? "", ...text.split("\n")].map(withoutTags).find((words) => words !== "");
	const { location = "", server = "", via = "" } = headers;
	const facts = Object.entries({
		location: withoutQuery(location),
		server,
		via
	}).filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${harmless(value)}`);
	const said = line === void 0 ? "nothing" : JSON.stringify(harmless(line));
	return facts.length === 0 ? said : `${said} (${facts.join(", ")})`;
}
function withoutTags(html) {
	return html.replace(/<[^>]*>?/g, " ").replace(/\s+/g, " ").trim();
}
function withoutQuery(location) {
	return location.replace(/[?#].*$/s, "");
}
function harmless(text) {
	return plainLine(truncate(text, longestSaid));
}
// src/aws/errors/call-error.ts
const longestMessage$1 = 12e3;
const longestName = 200;
var CallError = class extends Error {
	name = "CallError";
	result;
	constructor(answer, cause) {
		const { code, message, requestId } = answer;
		const bounded = {
			...answer,
			code: truncate(code, longestName),
			message: truncate(message, longestMessage$1),
			requestId: requestId === void 0 ? void 0 : truncate(requestId, longestName)
		};
		super(`${bounded.code}: ${bounded.message}`, { cause });
		this.result = bounded;
	}
};
function isRetryable({ result: { kind, code } }) {
	if (code === "TooLong") return false;
	return kind === "throttled" || kind === "unsent" || kind === "ambiguous";
}
const expiredCodes = new Set([
	"ExpiredToken",
	"ExpiredTokenException",
	"RequestExpired"
]);
function hasExpired({ result: { code } }) {
	return expiredCodes.has(code);
}
function isClockRefusal({ result: { kind, code, clockCorrected } }) {
	return clockCorrected === true && kind === "credentials" && clockCodes.has(code);
}
function leavesDoubt({ result: { kind } }) {
	return kind === "ambiguous" || kind === "intercepted" || kind === "permitted";
}
function unreadableError(message, requestId) {
	return new CallError({
		kind: "ambiguous",
		code: "Unreadable",
		message,
		httpStatus: 200,
		requestId
	});
}
function brokenOff(httpStatus, cause) {
	return new CallError({
		kind: "ambiguous",
		code: "Unreadable",
		message: `the answer broke off (${cause instanceof Error ? cause.message : cause})`,
		httpStatus,
		requestId: void 0
	}, cause);
}
function intercepted(answer, cause) {
	const { statusCode: httpStatus, host } = answer;
	const failed = httpStatus >= 500 || httpStatus === 408 || httpStatus === 429;
	return new CallError({
		kind: failed ? "ambiguous" : "intercepted",
		code: failed ? `HTTP ${httpStatus}` : "Intercepted",
		message: failed ? `the answer says ${saidIn(answer)}` : `this is not an answer of ${host}; it says ${saidIn(answer)}`,
		httpStatus,
		requestId: void 0
	}, cause);
}
function tooLongError(httpStatus) {
	return new CallError({
		kind: "ambiguous",
		code: tooLongCode,
		message: "the answer was cut off after 16 MiB",
		httpStatus,
		requestId: void 0
	});
}
function timeoutError(message) {
	return new CallError({
		kind: "ambiguous",
		code: "Timeout",
		message,
		httpStatus: void 0,
		requestId: void 0
	});
}
function tooLateError() {
	return new CallError({
		kind: "unsent",
		code: tooLateCode,
		message: "the deadline left no time for an answer, so it was not sent",
		httpStatus: void 0,
		requestId: void 0
	});
}
function kindOfStatus(httpStatus) {
	if (httpStatus === 429) return "throttled";
	if (httpStatus === 408) return "ambiguous";
	return httpStatus >= 300 && httpStatus < 500 ? "rejected" : "ambiguous";
}
// src/aws/credentials/acceptances.ts
function openAcceptances() {
	const places = new Map();
	const placesOf = (accessKeyId) => {
		const known = places.get(accessKeyId) ?? new Set();
		places.set(accessKeyId, known);
		return known;
	};
	return {
		add: (accessKeyId, place) => void placesOf(accessKeyId).add(place),
		watch: (place, keyInUse) => async (call) => {
			try {
				const answer = await call;
				placesOf(keyInUse()).add(place);
				return answer;
			} catch (error) {
				throw saying(error, place, placesOf(keyInUse()));
			}
		}
	};
}
function saying(error, place, accepted) {
	const [elsewhere] = accepted;
	if (!(error instanceof CallError) || error.result.kind !== "credentials") return error;
	if (elsewhere === void 0 || accepted.has(place)) return error;
	return new CallError({
		...error.result,
		acceptedBy: elsewhere
	}, error.cause);
}
// src/aws/errors/to-failure.ts
function toFailure(doing, error, details = {}) {
	const { result: answer } = error;
	const known = Object.hasOwn(awsCodes, answer.code) ? awsCodes[answer.code] : void 0;
	const elsewhere = answer.acceptedBy === void 0 ? void 0 : known?.elsewhere;
	return new Failure(details.reason ?? reasonOf(answer), `Could not ${doing}: ${describeResult(answer)}`, {
		...known ? { likely: known.cause } : {},
		...known?.next ? { next: known.next } : {},
		...elsewhere ? {
			likely: `${answer.acceptedBy} accepted the same credentials in this run, so they are right. ${elsewhere.cause}`,
			next: elsewhere.next
		} : {},
		...details,
		cause: error
	});
}
function describeResult({ code, httpStatus, message, requestId }) {
	return `${code}${httpStatus === void 0 || code.startsWith("HTTP") ? "" : ` (HTTP ${httpStatus})`}: ${message}${requestId ? ` (request id ${requestId})` : ""}`;
}
function reasonOf({ kind, code, httpStatus }) {
	if (code === "TooLate") return "wait-timeout";
	switch (kind) {
		case "denied": return "access-denied";
		case "credentials": return "credentials-rejected";
		case "throttled": return "throttled";
		case "invalid": return "invalid-input";
		case "intercepted": return "network-error";
		case "unsent":
		case "ambiguous": return httpStatus === void 0 ? "network-error" : "service-error";
		case "permitted":
		case "rejected": return httpStatus === void 0 ? "network-error" : "request-rejected";
	}
}
async function withFailureContext(doing, work, details = () => ({})) {
	try {
		return await work;
	} catch (error) {
		throw error instanceof CallError ? toFailure(doing, error, details(error.result)) : error;
	}
}
// src/lib/until-aborted.ts
async function untilAborted(signal, work) {
	const { promise, reject } = Promise.withResolvers();
	const abort = () => reject(signal.reason);
	if (signal.aborted) abort();
	signal.addEventListener("abort", abort, { once: true });
	try {
		return await Promise.race([promise, work]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}
// src/lib/timeout.ts
const leastAnswerMs = 1e3;
var TimeoutError = class extends Error {
	name = "TimeUp";
	seconds;
	constructor(seconds) {
		super(`no answer within ${seconds.toFixed(1)} s`);
		this.seconds = seconds;
	}
};
const longestRequestMs = 15e3;
async function withTimeout({ cancelled, deadline, clock }, send) {
	cancelled.throwIfAborted();
	if (deadline.remaining() < 1e3) throw new TimeoutError(0);
	const milliseconds = Math.ceil(Math.min(longestRequestMs, deadline.remaining()));
	const timeout = clock.timeout(milliseconds);
	const signal = AbortSignal.any([cancelled, timeout]);
	try {
		return await untilAborted(signal, send(signal));
	} catch (error) {
		cancelled.throwIfAborted();
		if (!timeout.aborted) throw error;
		throw new TimeoutError(milliseconds / 1e3);
	}
}
// src/aws/errors/sdk-error.ts
function toCallError(thrown) {
	if (thrown instanceof CallError) return thrown;
	const error = fieldsOf(thrown);
	const { httpStatusCode: httpStatus } = error.metadata;
	return httpStatus === void 0 ? readUnsent(error, thrown) : readAnswer(error, httpStatus, thrown);
}
function readUnsent({ name, code, message }, thrown) {
	const shown = code === void 0 && /^(Error|EndpointError|RangeError|TypeError)$/.test(name) ? "InvalidValue" : code ?? name;
	return new CallError({
		kind: kindOfOwnCode(shown) ?? "unsent",
		code: shown,
		message,
		httpStatus: void 0,
		requestId: void 0
	}, thrown);
}
function readAnswer(error, httpStatus, thrown) {
	const { awsCode, message, metadata, answer } = error;
	if (awsCode === void 0 && !isGarbled(httpStatus, answer)) return intercepted(answer ?? unseen(httpStatus), thrown);
	return new CallError({
		kind: awsCode === void 0 ? "ambiguous" : kindOfAnswer(awsCode, httpStatus),
		code: awsCode ?? "Unreadable",
		message: message === "Unknown" || message === "" ? "no message" : message,
		httpStatus,
		requestId: metadata.requestId,
		...metadata.clockSkewCorrected ? { clockCorrected: true } : {}
	}, thrown);
}
function isGarbled(httpStatus, answer) {
	const text = answer?.text ?? "";
	return httpStatus < 300 || isDocumentOfAws(text) || httpStatus === 412 && text === "";
}
function unseen(statusCode) {
	return {
		statusCode,
		headers: {},
		text: "",
		host: "AWS"
	};
}
function kindOfAnswer(code, httpStatus) {
	const known = Object.hasOwn(awsCodes, code) ? awsCodes[code]?.kind : void 0;
	if (known === void 0) return kindOfStatus(httpStatus);
	return fits(known, httpStatus) ? known : "ambiguous";
}
function fits(kind, httpStatus) {
	if (kind === "permitted") return httpStatus === 412;
	if (kind === "throttled" || kind === "ambiguous") return httpStatus >= 400;
	return httpStatus >= 400 && httpStatus < 500;
}
function fieldsOf(thrown) {
	if (!(thrown instanceof Error)) return {
		name: "Error",
		message: String(thrown),
		metadata: {},
		code: void 0,
		awsCode: void 0,
		answer: void 0
	};
	const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : void 0;
	const written = "Code" in thrown && typeof thrown.Code === "string" ? thrown.Code : "";
	const metadata = "$metadata" in thrown && typeof thrown.$metadata === "object" ? thrown.$metadata ?? {} : {};
	const response = "$response" in thrown ? thrown.$response : void 0;
	return {
		name: thrown.name,
		code,
		awsCode: written === "" ? void 0 : written,
		message: thrown.message.split("\n")[0] ?? "",
		metadata,
		answer: isWholeAnswer(response) ? response : void 0
	};
}
// src/aws/send.ts
async function sendWithin(limits, send) {
	try {
		return await callWithin(limits, send);
	} catch (error) {
		throw error instanceof Failure ? error : toCallError(error);
	}
}
async function callWithin(limits, call) {
	try {
		return await withTimeout(limits, call);
	} catch (error) {
		if (!(error instanceof TimeoutError)) throw error;
		throw error.seconds === 0 ? tooLateError() : timeoutError(error.message);
	}
}
// src/aws/credentials/missing-credentials.ts
const withoutToken = {
	fork: {
		message: "This run is for a pull request from a fork, to which GitHub gives no ID token and no secrets",
		next: "Plan a fork with dry-run: true, which checks offline and ends green; apply from a branch of this repository."
	},
	dependabot: {
		message: "This run was set off by Dependabot, which GitHub treats like a fork: no Actions secrets, and no ID token unless the job grants it",
		next: "Skip the step for Dependabot (if: github.actor != 'dependabot[bot]'), or grant the job id-token: write."
	},
	repository: {
		message: "role-to-assume is set, but this job has no ID token: it lacks the permission id-token: write",
		next: "Add to the job: permissions: { id-token: write, contents: read }. A called workflow gets no more than its caller grants."
	}
};
function explainMissingIdToken(github) {
	const { message, next } = withoutToken[github?.trigger ?? "repository"];
	return new Failure("no-credentials", message, {
		likely: "GitHub gave the job no ID token.",
		next
	});
}
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
		return new Failure("no-credentials", message, {
			next,
			cause: error
		});
	}
	return new Failure("no-credentials", `The AWS credential chain has no credentials: ${error.result.message}`, {
		...withoutChain[github ? "workflow" : "terminal"],
		cause: error
	});
}
const deniedRole = {
	likely: "The trust policy of the role does not allow this caller or token, the account of the role does not know the issuer of the token, or there is no such role.",
	next: "Check the ARN of the role and its trust policy; for the role of a profile also that its source credentials may call sts:AssumeRole."
};
function explainFailedSources(error, sources, details) {
	const names = sources.map(({ name }) => name).join(", then ");
	if (!isSilent(error)) {
		const denied = error.result.kind === "denied" ? deniedRole : {};
		return toFailure(`get AWS credentials from ${names}`, error, details ?? denied);
	}
	const problems = sources.flatMap(({ problem }) => problem ?? []);
	const { likely, next } = sources.find(({ problem }) => problem) ?? sources[0] ?? {};
	return new Failure("credentials-rejected", `Could not get AWS credentials from ${names}: ${problems.length > 0 ? problems.join("; ") : error.result.message}`, {
		...likely === void 0 ? {} : { likely },
		...next === void 0 ? {} : { next },
		cause: error
	});
}
function isSilent({ result: answer, cause }) {
	if (answer.httpStatus !== void 0 || !(cause instanceof Error)) return false;
	if ("path" in cause || cause.name.endsWith("ProviderError")) return true;
	return "code" in cause ? String(cause.code).startsWith("ERR_INVALID_") : cause.name !== "TimeoutError";
}
// src/aws/credentials/sources.ts
function credentialSources(env, profiles) {
	return [
		halfOfKeys(env),
		profileSource(env, profiles),
		tokenFile(env),
		container(env)
	].filter((source) => source !== void 0);
}
function profileName({ AWS_PROFILE }) {
	return AWS_PROFILE || "default";
}
function halfOfKeys(env) {
	const names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
	const [missing, ...others] = names.filter((name) => !env[name]);
	const [name] = names.filter((one) => env[one]);
	if (env.AWS_PROFILE || !name || !missing || others.length > 0) return void 0;
	return {
		name,
		problem: `${missing} is not set`,
		likely: `Half of an access key was set: ${name} without ${missing}, as where a secret is empty.`,
		next: `Set ${missing} too, or neither of them.`
	};
}
const credentialSettings = [
	"aws_access_key_id",
	"aws_secret_access_key",
	"credential_process",
	"credential_source",
	"login_session",
	"role_arn",
	"source_profile",
	"sso_account_id",
	"sso_role_name",
	"sso_session",
	"sso_start_url",
	"web_identity_token_file"
];
function profileSource(env, profiles) {
	const name = profileName(env);
	const profile = Object.hasOwn(profiles, name) ? profiles[name] : void 0;
	const has = (setting) => Boolean(profile?.[setting]);
	const promises = credentialSettings.some(has);
	if (!env.AWS_PROFILE && !promises) return void 0;
	const source = {
		name: `the profile "${name}"`,
		problem: void 0
	};
	if (!profile) return {
		...source,
		problem: "it is in neither the config nor the credentials file of AWS",
		likely: "The name of the profile is misspelt, or its files are on another machine.",
		next: "Look at aws configure list-profiles, then name one of those, or none."
	};
	if (!promises) return {
		...source,
		problem: "it has no settings for credentials",
		likely: "The profile sets a Region or the like, and no credentials.",
		next: "Name a profile with credentials, or none."
	};
	if (has("credential_process")) return {
		...source,
		likely: "Its credential_process failed, or printed something else than credentials of Version 1 in JSON.",
		next: "Run the command by hand, and look at what it prints."
	};
	if (has("sso_session") || has("sso_start_url") || has("login_session")) return {
		...source,
		likely: "Nobody has signed in with it yet, or the session has ended.",
		next: `Sign in: aws ${has("login_session") ? "login" : "sso login"} --profile ${name}. Then run again.`
	};
	if (has("mfa_serial")) return {
		...source,
		likely: "The role of the profile asks for an MFA code, and nobody can be asked for it here.",
		next: `Take its session from the AWS CLI first: eval "$(aws configure export-credentials --profile ${name} --format env)".`
	};
	return {
		...source,
		likely: "The profile, or one that it takes its credentials from, is incomplete.",
		next: `Try it by hand: aws sts get-caller-identity --profile ${name}.`
	};
}
function tokenFile(env) {
	const { AWS_WEB_IDENTITY_TOKEN_FILE: path, AWS_ROLE_ARN: role } = env;
	if (!path) return void 0;
	return {
		name: "AWS_WEB_IDENTITY_TOKEN_FILE",
		problem: role ? void 0 : "AWS_ROLE_ARN is not set",
		likely: role ? "The file that AWS_WEB_IDENTITY_TOKEN_FILE names cannot be read." : "A token can be exchanged only for the session of a role.",
		next: "Set AWS_WEB_IDENTITY_TOKEN_FILE to a file with a token, and AWS_ROLE_ARN to the role."
	};
}
function container(env) {
	const { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: path, AWS_CONTAINER_CREDENTIALS_FULL_URI: full = "" } = env;
	if (!path && !full) return void 0;
	const name = path ? "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI" : "AWS_CONTAINER_CREDENTIALS_FULL_URI";
	const endpoint = path ? `http://169.254.170.2${path}` : full;
	const problem = isContainerEndpoint(endpoint) ? void 0 : "it is neither an https URL nor an address of this machine, of ECS or of EKS";
	return {
		name,
		problem,
		likely: "The agent that gives a container its credentials is not there, or has none.",
		next: `Check ${name} and the role of the container, then run again.`,
		...problem === void 0 ? { endpoint } : {}
	};
}
function isContainerEndpoint(text) {
	const url = URL.parse(text);
	if (url?.protocol === "https:") return true;
	return url?.protocol === "http:" && /^(localhost|127(\.[0-9]+){3}|\[::1\]|169\.254\.170\.(2|23)|\[fd00:ec2::23\])$/.test(url.hostname);
}
// src/aws/credentials/chain.ts
async function explainChain(chain, world) {
	const profiles = await (0,credentials_dependencies.l)({});
	const sources = credentialSources(world.env, profiles);
	const token = await readContainerToken(world.env);
	for (const secret of [...profileSecrets(profileName(world.env), profiles), token]) if (secret !== "") world.mask(secret);
	return async (options) => {
		try {
			return await sendWithin(world, () => chain(options));
		} catch (error) {
			if (!(error instanceof CallError)) throw error;
			if (sources.length > 0) throw await explainSources(error, sources, token, world);
			throw error.result.code === "Timeout" || error.result.code === "TooLate" ? toFailure("get AWS credentials", error) : explainMissingCredentials(error, world.github);
		}
	};
}
async function explainSources(error, sources, token, world) {
	const container = sources.find(({ endpoint }) => endpoint !== void 0);
	if (container?.endpoint === void 0 || !isSilent(error)) return explainFailedSources(error, sources);
	const { askContainerEndpoint } = await __nccwpck_require__.e(/* import() */ 481).then(__nccwpck_require__.bind(__nccwpck_require__, 481));
	const said = await askContainerEndpoint(container.endpoint, token, world);
	const { likely, next } = container;
	return explainFailedSources(said, sources, {
		likely,
		next
	});
}
function profileSecrets(name, profiles) {
	const secrets = [];
	const seen = new Set();
	for (let at = name; at !== void 0 && !seen.has(at);) {
		seen.add(at);
		const profile = Object.hasOwn(profiles, at) ? profiles[at] : void 0;
		for (const key of [
			"aws_access_key_id",
			"aws_secret_access_key",
			"aws_session_token"
		]) secrets.push(profile?.[key] ?? "");
		at = profile?.source_profile;
	}
	return secrets;
}
async function readContainerToken(env) {
	const path = env.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE;
	if (!path) return env.AWS_CONTAINER_AUTHORIZATION_TOKEN ?? "";
	return (0,promises_.readFile)(path, "utf8").catch(() => "");
}
// src/aws/retry.ts
const attemptsAtFaults = 4;
async function retry(call, world) {
	const patience = startBackoff(attemptsAtFaults, world);
	for (let last;;) try {
		return await call();
	} catch (error) {
		if (!(error instanceof CallError)) throw error;
		if (last && error.result.code === "TooLate") throw last;
		last = error;
		await patience.wait(error);
	}
}
function startBackoff(attempts, world) {
	let faults = 0;
	let throttles = 0;
	let clockWasOff = false;
	let hasRenewed = false;
	const canMend = async (error) => {
		if (isClockRefusal(error) && !clockWasOff) {
			clockWasOff = true;
			return true;
		}
		if (!hasExpired(error) || hasRenewed || world.renew === void 0) return false;
		hasRenewed = true;
		return world.renew();
	};
	const delay = (throttled) => {
		if (throttled) throttles += 1;
		else faults += 1;
		return throttled ? throttleDelay(throttles, world.random) : errorDelay(faults, world.random);
	};
	return { wait: async (error) => {
		const mended = !isRetryable(error) && await canMend(error);
		if (!isRetryable(error) && !mended) throw error;
		const pause = mended ? 0 : delay(error.result.kind === "throttled");
		if (faults >= attempts || pause + 1e3 >= world.deadline.remaining()) throw error;
		const when = mended ? "at once" : `in ${(pause / 1e3).toFixed(1)} s`;
		world.log.line(`${describeResult(error.result)}; again ${when}`);
		await world.clock.sleep(pause);
	} };
}
function throttleDelay(nth, random) {
	return jitter(Math.min(12e3, 2e3 * 1.5 ** nth), random);
}
function errorDelay(nth, random) {
	return jitter(500 * 2 ** (nth - 1), random);
}
function jitter(milliseconds, random) {
	return milliseconds * (.75 + .5 * random());
}
// src/aws/credentials/one-account.ts
function stayInAccount(source, accountOf, world) {
	let first;
	const checks = new Map();
	const check = async (renewed, trusted) => {
		const [own, other] = await withFailureContext("make sure that the renewed credentials belong to the same account", Promise.all([trusted, renewed].map((some) => retry(() => accountOf(some), world))));
		if (own !== other) throw anotherAccount(own, other);
		world.log.line(`the credentials were renewed, and belong to account ${own} as before`);
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
function anotherAccount(own = "", other = "") {
	const message = `The credentials changed from account ${own} to account ${other} during the run; nothing was read from or written to ${other}`;
	return new Failure("account-not-allowed", message, {
		likely: "The source of the credentials (a profile, a credential process, a container or instance role) was switched while the run went on.",
		next: `Let the source give credentials of account ${own} for as long as the run lasts, then run again.`,
		cause: new CallError({
			kind: "rejected",
			code: "AnotherAccount",
			message,
			httpStatus: void 0,
			requestId: void 0
		})
	});
}
// src/aws/credentials/sent-secrets.ts
function maskSent(transport, mask) {
	return {
		...transport.metadata ? { metadata: transport.metadata } : {},
		handle: (request, options) => {
			for (const secret of secretsIn$1(request)) mask(secret);
			return transport.handle(request, options);
		},
		updateHttpClientConfig: (key, value) => transport.updateHttpClientConfig(key, value),
		httpHandlerConfigs: () => transport.httpHandlerConfigs(),
		destroy: () => transport.destroy?.()
	};
}
function secretsIn$1({ headers, body }) {
	const [, accessKeyId = ""] = /Credential=([^/]+)\//.exec(headers.authorization ?? "") ?? [];
	const form = typeof body === "string" && body.includes("WebIdentityToken=") ? body : "";
	const token = new URLSearchParams(form).get("WebIdentityToken") ?? "";
	return [
		accessKeyId,
		headers["x-amz-security-token"] ?? "",
		token
	].filter((text) => text !== "");
}
// src/domain/look-alikes.ts
const names$1 = {
	"\xA0": "no-break space",
	"­": "soft hyphen",
	" ": "en space",
	" ": "em space",
	" ": "figure space",
	" ": "thin space",
	"​": "zero-width space",
	"‌": "zero-width non-joiner",
	"‍": "zero-width joiner",
	"‎": "left-to-right mark",
	"‏": "right-to-left mark",
	"‐": "hyphen",
	"‑": "non-breaking hyphen",
	"‒": "figure dash",
	"–": "en dash",
	"—": "em dash",
	"‘": "left single quotation mark",
	"’": "right single quotation mark",
	"“": "left double quotation mark",
	"”": "right double quotation mark",
	" ": "narrow no-break space",
	"⁄": "fraction slash",
	"⁠": "word joiner",
	"−": "minus sign",
	"∕": "division slash",
	"　": "ideographic space",
	"﻿": "byte order mark"
};
const shownBefore = 20;
function quotedText(text) {
	const json = JSON.stringify(text);
	if (isAscii(json)) return json;
	const { unseen } = patterns();
	return json.replace(new RegExp(unseen, "gv"), (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
}
function explainLookAlike(text) {
	if (isAscii(text)) return void 0;
	const { unseen, drawn } = patterns();
	const found = new RegExp(`${unseen.source}|${drawn.source}`, "v").exec(text);
	if (found === null) return void 0;
	const [character] = found;
	const before = text.slice(Math.max(0, found.index - shownBefore), found.index);
	const name = nameOf$1(character);
	return before === "" ? `starts with ${name}` : `has ${name} after ${quotedText(before)}`;
}
function isAscii(text) {
	return !/[^\0-~]/.test(text);
}
function patterns() {
	return {
		unseen: /[\u007f-\u009f\u2800\p{Zl}\p{Zp}\p{Cf}\p{DI}[\p{Zs}--\u0020]]/v,
		drawn: /[[\p{Nd}--[0-9]][\p{Pd}--\-]\u2018-\u201f\u2032\u2033\u2044\u2212\u2215\u2236\uff01-\uff5e\p{Script=Cyrillic}\p{Script=Greek}]/v
	};
}
function nameOf$1(character) {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} (${names$1[character] ?? kindOf$1(character)})`;
}
function kindOf$1(character) {
	if (/[\uff01-\uff5e]/.test(character)) return `fullwidth ${character.normalize("NFKC")}`;
	return [
		[/\p{Zs}/u, "another space than U+0020"],
		[/\p{Nd}/u, "digit of another script"],
		[/\p{Script=Cyrillic}/u, "Cyrillic letter"],
		[/\p{Script=Greek}/u, "Greek letter"],
		[/\p{Pd}/u, "dash"],
		[patterns().unseen, "invisible character"]
	].find(([members]) => members.test(character))?.[1] ?? "not an ASCII character";
}
// src/domain/asn.ts
const highest = 4294967295n;
const example$3 = "64500";
const specialUse = [
	{
		first: 112n,
		last: 112n,
		use: "the AS112 DNS sink",
		rfc: "RFC 7534"
	},
	{
		first: 23456n,
		last: 23456n,
		use: "AS_TRANS",
		rfc: "RFC 6793"
	},
	{
		first: 64496n,
		last: 64511n,
		use: "documentation",
		rfc: "RFC 5398"
	},
	{
		first: 64512n,
		last: 65534n,
		use: "private use",
		rfc: "RFC 6996"
	},
	{
		first: 65535n,
		last: 65535n,
		use: "no one, being the last 16-bit ASN",
		rfc: "RFC 7300"
	},
	{
		first: 65536n,
		last: 65551n,
		use: "documentation",
		rfc: "RFC 5398"
	},
	{
		first: 4200000000n,
		last: 4294967294n,
		use: "private use",
		rfc: "RFC 6996"
	},
	{
		first: highest,
		last: highest,
		use: "no one, being the last 32-bit ASN",
		rfc: "RFC 7300"
	}
];
const amazonAsns = new Map([
	["16509", "Amazon's own ASN"],
	["14618", "Amazon's own ASN"],
	["8987", "Amazon's own ASN, in the GovCloud Regions"],
	["214101", "Amazon's own ASN, in the European Sovereign Cloud"],
	["7224", "reserved by AWS in all Regions"],
	["9059", "reserved by AWS in eu-west-1"],
	["10124", "reserved by AWS in ap-northeast-1"],
	["17943", "reserved by AWS in ap-southeast-1"],
	["17493", "Amazon's own ASN, of virtual private gateways in ap-southeast-1"]
]);
function parseAsn(text, policy) {
	const digits = text.replace(/^AS/i, "");
	if (!/^(0|[1-9][0-9]*)$/.test(digits)) return {
		problem: explainLookAlike(text) ?? explainSpelling$1(digits),
		example: example$3
	};
	const number = BigInt(digits);
	if (number === 0n) return {
		problem: "is AS0, which can never originate a route (RFC 7607)",
		example: example$3
	};
	if (number > highest) return {
		problem: `is above ${highest}, the highest 32-bit ASN`,
		example: example$3
	};
	const amazons = amazonAsns.get(digits);
	if (amazons !== void 0) return {
		problem: `is ${amazons}; an association is for an ASN that you brought to IPAM, and a CIDR needs none to be advertised from Amazon's`,
		example: example$3
	};
	const special = specialUse.find(({ first, last }) => first <= number && number <= last);
	if (special && policy.specialUse === "refuse") return {
		problem: `is set aside for ${special.use} (${special.rfc}); set allow-special-use: true for a trial`,
		example: "your public ASN"
	};
	return { value: digits };
}
function canonicalAsn(text) {
	const [, high, low] = /^(?:AS)?(?:0*([0-9]{1,5})\.)?0*([0-9]{1,10})$/i.exec(text.trim()) ?? [];
	if (low === void 0) return void 0;
	if (high === void 0) return BigInt(low) <= highest ? String(BigInt(low)) : void 0;
	return asplainOf(high, low)?.toString();
}
function explainSpelling$1(digits) {
	if (digits === "") return "is missing";
	const dotted = /^([0-9]+)\.([0-9]+)$/.exec(digits);
	if (dotted) return explainAsdot(dotted[1] ?? "", dotted[2] ?? "");
	if (/^0[0-9]+$/.test(digits)) return "has a leading zero";
	if (/^0x/i.test(digits)) return "is hexadecimal";
	if (/^[+-]/.test(digits)) return "has a sign";
	if (/\s/.test(digits)) return "has a space inside";
	return "is not a number in plain digits";
}
function explainAsdot(high, low) {
	const asplain = asplainOf(high, low);
	if (asplain === void 0) return "is neither asplain nor asdot";
	const meant = `is asdot for ${asplain}; write the asplain digits, because YAML reads an unquoted 1.10 as 1.1, another AS`;
	const longer = asplainOf(high, `${low}0`);
	return low.endsWith("0") || longer === void 0 ? meant : `${meant} (if ${high}.${low}0 was written, it is ${longer})`;
}
function asplainOf(high, low) {
	const [one, other] = [BigInt(high), BigInt(low)];
	return one <= 65535n && other <= 65535n ? one * 65536n + other : void 0;
}
// src/domain/ip-range.ts
const addressBits = {
	4: 32,
	6: 128
};
function familyOf(address) {
	if ((0,external_node_net_namespaceObject.isIPv4)(address)) return 4;
	return canonicalIPv6(address) === void 0 ? void 0 : 6;
}
function prefixRange(address, length) {
	const family = familyOf(address);
	if (!family || length > addressBits[family]) return void 0;
	const hostBits = BigInt(addressBits[family] - length);
	const first = addressNumber(address) >> hostBits << hostBits;
	return {
		family,
		first,
		last: first + (1n << hostBits) - 1n
	};
}
function rangeOf(cidr) {
	const [, address, length] = /^([^/]+)\/([0-9]{1,3})$/.exec(cidr) ?? [];
	return address === void 0 ? void 0 : prefixRange(address, Number(length));
}
function overlaps(one, other) {
	return one.family === other.family && one.first <= other.last && other.first <= one.last;
}
function rangeText({ family, first, last }) {
	const bits = addressBits[family];
	const length = bits - (last - first + 1n).toString(2).length + 1;
	const width = family === 4 ? 8 : 16;
	const parts = Array.from({ length: bits / width }, (_, index) => first >> BigInt(bits - width * (index + 1)) & (1n << BigInt(width)) - 1n);
	return `${family === 4 ? parts.join(".") : canonicalIPv6(parts.map((part) => part.toString(16)).join(":"))}/${length}`;
}
function addressNumber(address) {
	if ((0,external_node_net_namespaceObject.isIPv4)(address)) return address.split(".").reduce((sum, octet) => (sum << 8n) + BigInt(octet), 0n);
	const [head = "", tail = ""] = (canonicalIPv6(address) ?? "").split("::");
	const before = groups(head);
	const after = groups(tail);
	const zeros = Array(8 - before.length - after.length).fill("0");
	return [
		...before,
		...zeros,
		...after
	].reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n);
}
function groups(text) {
	return text === "" ? [] : text.split(":");
}
function canonicalIPv6(address) {
	if (!/^[0-9a-f:.]+$/i.test(address)) return void 0;
	return URL.parse(`http://[${address}]`)?.hostname.slice(1, -1);
}
// src/domain/special-purpose.ts
const blocks = [
	["0.0.0.0/8", "this network (RFC 791)"],
	["10.0.0.0/8", "private use (RFC 1918)"],
	["100.64.0.0/10", "carrier-grade NAT (RFC 6598)"],
	["127.0.0.0/8", "loopback (RFC 1122)"],
	["169.254.0.0/16", "link local (RFC 3927)"],
	["172.16.0.0/12", "private use (RFC 1918)"],
	["192.0.0.0/24", "IETF protocol assignments (RFC 6890)"],
	["192.0.2.0/24", "documentation (RFC 5737)"],
	["192.31.196.0/24", "AS112 (RFC 7535)"],
	["192.52.193.0/24", "AMT (RFC 7450)"],
	["192.88.99.0/24", "the former 6to4 relay anycast (RFC 7526)"],
	["192.168.0.0/16", "private use (RFC 1918)"],
	["192.175.48.0/24", "AS112 (RFC 7534)"],
	["198.18.0.0/15", "benchmarking (RFC 2544)"],
	["198.51.100.0/24", "documentation (RFC 5737)"],
	["203.0.113.0/24", "documentation (RFC 5737)"],
	["224.0.0.0/4", "multicast (RFC 5771)"],
	["240.0.0.0/4", "reserved (RFC 1112)"],
	["2001::/23", "IETF protocol assignments (RFC 2928)"],
	["2001:db8::/32", "documentation (RFC 3849)"],
	["2002::/16", "6to4 (RFC 3056)"],
	["2620:4f:8000::/48", "AS112 (RFC 7534)"],
	["3fff::/20", "documentation (RFC 9637)"]
];
const globalUnicast = "2000::/3";
function findSpecialPurpose(range) {
	for (const [block, use] of blocks) {
		const special = rangeOf(block);
		if (special && overlaps(range, special)) return `overlaps ${block}, set aside for ${use}`;
	}
	const unicast = rangeOf(globalUnicast);
	return unicast && range.family === 6 && !overlaps(range, unicast) ? `is outside ${globalUnicast}, the global unicast space (RFC 4291)` : void 0;
}
// src/domain/cidr.ts
const longest = {
	4: 24,
	6: 48
};
const examples = {
	4: "198.51.100.0/24",
	6: "2001:db8:1000::/48"
};
function parseCidr(text, policy) {
	const [address = "", length = "", ...more] = text.split("/");
	const family = familyOf(address);
	const example = examples[family ?? (text.includes(":") ? 6 : 4)];
	const spelling = text === "" ? "is missing" : explainLookAlike(text) ?? explainSpelling(address, length, more.length);
	if (spelling || !family) return {
		problem: spelling ?? "is not a CIDR",
		example
	};
	const range = prefixRange(address, Number(length));
	if (!range) return {
		problem: `has a prefix length above /${addressBits[family]}`,
		example
	};
	const canonical = rangeText(range);
	if (range.first !== addressNumber(address)) return {
		problem: `has host bits set; ${canonical} was probably meant`,
		example: canonical
	};
	if (Number(length) > longest[family]) return {
		problem: `is more specific than /${longest[family]}, the longest IPv${family} prefix that AWS advertises`,
		example
	};
	const special = policy.specialUse === "refuse" ? findSpecialPurpose(range) : void 0;
	if (special) return {
		problem: `${special}; set allow-special-use: true for a trial`,
		example: "the CIDR that you brought to AWS"
	};
	return { value: canonical };
}
function canonicalCidr(text) {
	const range = rangeOf(text.trim());
	return range && rangeText(range);
}
function explainSpelling(address, length, more) {
	if (more > 0) return "has more than one \"/\"";
	if (address.includes("%")) return "has a zone";
	if (!familyOf(address)) return `has no valid IP address${hintAt(address)}`;
	if (length === "") return "has no prefix length";
	if (!/^(0|[1-9][0-9]*)$/.test(length)) return "has a prefix length that is not a plain number";
}
function hintAt(address) {
	if (/^[0-9]+(\.[0-9]+){0,2}$/.test(address)) return " (all four octets must be written)";
	if (/(^|\.)0[0-9]+/.test(address)) return " (an octet with a leading zero is ambiguous)";
	if (/0x/i.test(address)) return " (hexadecimal octets are refused)";
	return "";
}
// src/observe/normalize.ts
const longestWord = 200;
const longestMessage = 1e4;
function normalizeState(state) {
	return !state || state === "absent" ? "unknown" : truncate(state, longestWord);
}
function shownCidr(cidr = "") {
	return canonicalCidr(cidr) ?? truncate(cidr, longestWord);
}
function shownAsn(asn = "") {
	return canonicalAsn(asn) ?? truncate(asn, longestWord);
}
function normalizeMessage(message) {
	return truncate(message ?? "", longestMessage);
}
// src/aws/ec2.ts
function ec2Calls(client, limits) {
	return {
		describeByoipCidrs: async (nextToken) => {
			const command = new dependencies.n(paging(nextToken));
			const answer = await sendWithin(limits, (abortSignal) => client.send(command, { abortSignal }));
			return page("byoipCidrSet", answer.ByoipCidrs, answer.NextToken);
		},
		describeIpamByoasn: async (nextToken) => {
			const command = new dependencies.t(paging(nextToken));
			const answer = await sendWithin(limits, (abortSignal) => client.send(command, { abortSignal }));
			return page("byoasnSet", answer.Byoasns, answer.NextToken);
		},
		associate: async ({ asn, cidr }) => {
			const command = new dependencies.r({
				Asn: asn,
				Cidr: cidr
			});
			const { AsnAssociation: association, $metadata } = await sendWithin(limits, (abortSignal) => client.send(command, { abortSignal }));
			const requestId = $metadata.requestId ?? "";
			if (!(shownAsn(association?.Asn) === asn && shownCidr(association?.Cidr) === cidr) || association?.State === void 0) throw unreadableError("the answer does not show the association", requestId);
			const statusMessage = normalizeMessage(association.StatusMessage);
			return {
				state: normalizeState(association.State),
				statusMessage,
				requestId
			};
		},
		dryRunAssociate: async ({ asn, cidr }) => {
			const command = new dependencies.r({
				Asn: asn,
				Cidr: cidr,
				DryRun: true
			});
			try {
				const { $metadata } = await sendWithin(limits, (abortSignal) => client.send(command, { abortSignal }));
				return {
					verdict: "ignored",
					requestId: $metadata.requestId ?? ""
				};
			} catch (error) {
				if (!(error instanceof CallError) || error.result.kind !== "permitted") throw error;
				return {
					verdict: "permitted",
					requestId: error.result.requestId ?? ""
				};
			}
		}
	};
}
function paging(nextToken) {
	return {
		MaxResults: 100,
		...nextToken === void 0 ? {} : { NextToken: nextToken }
	};
}
function page(set, items, nextToken) {
	if (items === void 0) throw unreadableError(`the answer has no ${set}`);
	return {
		items,
		nextToken: nextToken || void 0
	};
}
// src/aws/connection.ts
function connectVia(transport) {
	const acceptances = openAcceptances();
	return (endpoint, world) => connect(endpoint, world, transport, acceptances);
}
async function connect({ region, role }, world, transport, acceptances) {
	const masking = maskSent(transport, world.mask);
	const assume = role && (await __nccwpck_require__.e(/* import() */ 701).then(__nccwpck_require__.bind(__nccwpck_require__, 701))).assumeRole(role, region, world, masking);
	const client = new dependencies.i({
		region,
		maxAttempts: 1,
		requestHandler: masking,
		customUserAgent: [["associate-ipam-byoasn", world.env.GITHUB_RUN_ID ?? ""]]
	});
	const accountOf = openAccounts(region, masking, world);
	let keyInUse = "";
	const take = (credentials) => {
		keyInUse = credentials.accessKeyId;
		maskCredentials(credentials, world.mask);
		if (assume) acceptances.add(keyInUse, `STS in ${region}`);
	};
	const source = onEach(assume ?? await explainChain(client.config.credentials, world), take);
	const credentials = assume ? source : stayInAccount(source, accountOf, world);
	Object.assign(client.config, { credentials });
	const provider = client.config.credentials;
	const first = await provider();
	const { accountId } = first;
	const watch = (service) => acceptances.watch(`${service} in ${region}`, () => keyInUse);
	return {
		ec2: watchEc2(ec2Calls(client, world), watch("EC2")),
		renew: assume ? () => provider({ forceRefresh: true }).then(() => true) : renewChain(provider, first, world),
		expires: first.expiration !== void 0,
		accountId: assume && accountId,
		callerAccountId: async () => watch("STS")(accountOf(await provider()))
	};
}
function onEach(provider, take) {
	return async (options) => {
		const credentials = await provider(options);
		take(credentials);
		return credentials;
	};
}
function renewChain(provider, first, world) {
	let last = first;
	return async () => {
		const old = last;
		try {
			last = await provider({ forceRefresh: true });
		} catch (error) {
			if (!(error instanceof Failure && error.reason === "no-credentials")) throw error;
			world.log.line(`the credentials are not renewed: ${error.message}`);
			return false;
		}
		return last.accessKeyId !== old.accessKeyId || last.sessionToken !== old.sessionToken;
	};
}
function maskCredentials({ accessKeyId, secretAccessKey, sessionToken }, mask) {
	mask(accessKeyId);
	mask(secretAccessKey);
	if (sessionToken) mask(sessionToken);
}
function openAccounts(region, transport, world) {
	const known = new Map();
	const clients = new Map();
	return async (credentials) => {
		const { accessKeyId } = credentials;
		const told = known.get(accessKeyId);
		if (told !== void 0) return told;
		const sts = clients.get(accessKeyId) ?? __nccwpck_require__.e(/* import() */ 692).then(__nccwpck_require__.bind(__nccwpck_require__, 692)).then(({ stsCalls }) => stsCalls({
			region,
			transport,
			credentials: async () => credentials
		}, world));
		clients.set(accessKeyId, sts);
		const account = await (await sts).getCallerAccountId();
		known.set(accessKeyId, account);
		return account;
	};
}
function watchEc2(ec2, watch) {
	return {
		describeByoipCidrs: (nextToken) => watch(ec2.describeByoipCidrs(nextToken)),
		describeIpamByoasn: (nextToken) => watch(ec2.describeIpamByoasn(nextToken)),
		associate: (association) => watch(ec2.associate(association)),
		dryRunAssociate: (association) => watch(ec2.dryRunAssociate(association))
	};
}
// src/lib/bounded-body.ts
const longestAnswer = 16777216;
function boundAnswer(body, tooLong) {
	let length = 0;
	const bound = new external_node_stream_.Transform({ transform(chunk, _, done) {
		length += chunk.length;
		if (length > longestAnswer) done(tooLong);
		else done(null, chunk);
	} });
	return (0,external_node_stream_.pipeline)(body, bound, () => {});
}
// src/aws/errors/connection-error.ts
function readConnectionFailure(thrown) {
	if (thrown instanceof CallError) return thrown;
	const code = textAt(thrown, "code") ?? textAt(thrown, "name") ?? "Error";
	return new CallError({
		kind: kindOf(code, thrown),
		code,
		message: messageOf$1(thrown),
		httpStatus: void 0,
		requestId: void 0
	}, thrown);
}
function kindOf(code, thrown) {
	const known = kindOfOwnCode(code);
	if (known !== void 0) return known;
	if (isOfHandshake(code)) return "rejected";
	return isUnconnected(thrown) ? "unsent" : "ambiguous";
}
function isUnconnected(thrown) {
	if (thrown instanceof AggregateError) return thrown.errors.length > 0 && thrown.errors.every(isUnconnected);
	const syscall = textAt(thrown, "syscall");
	if (syscall === "connect" || syscall === "getaddrinfo") return true;
	return unsentSystemCodes.has(textAt(thrown, "code") ?? "");
}
function isOfHandshake(code) {
	return /^(CERT_|CRL_|ERR_TLS_|UNABLE_TO_(DECODE|DECRYPT|GET|VERIFY)_|(HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$|ERR_SSL_(\w+_)?(HANDSHAKE_FAILURE|PROTOCOL_VERSION|UNKNOWN_CA|UNRECOGNIZED_NAME|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER)$)/.test(code);
}
function messageOf$1(thrown) {
	if (!(thrown instanceof Error)) return String(thrown);
	if (thrown.message !== "") return thrown.message;
	if (!(thrown instanceof AggregateError)) return "no message";
	return thrown.errors.map(messageOf$1).join("; ") || "no message";
}
function textAt(thrown, key) {
	if (!(thrown instanceof Error) || !(key in thrown)) return void 0;
	const value = Reflect.get(thrown, key);
	return typeof value === "string" ? value : void 0;
}
// src/aws/errors/proxy-error.ts
function proxyFailure(thrown, hostname, proxy) {
	if (proxy === void 0 || !(thrown instanceof Error)) return void 0;
	if (codeOf(thrown) === "ERR_PROXY_TUNNEL") return noTunnel(thrown, hostname, proxy);
	if (!leadsTo(proxy, thrown instanceof AggregateError ? thrown.errors[0] : thrown)) return void 0;
	return failure("ProxyFailed", `no connection to the proxy ${proxy.host}: ${messageOf$1(thrown)}`, thrown);
}
function noTunnel(error, hostname, { host }) {
	const status = "statusCode" in error ? Number(error.statusCode) : void 0;
	const text = `the proxy ${host} opened no tunnel to ${hostname}: ${status === void 0 ? error.message : `HTTP ${status}`}`;
	return failure(isFinal(status) ? "ProxyRefused" : "ProxyFailed", text, error);
}
function isFinal(status = 0) {
	return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
function leadsTo({ hostname, port, protocol }, error) {
	if (!(error instanceof Error) || !("syscall" in error)) return false;
	if (error.syscall === "getaddrinfo") return "hostname" in error && error.hostname === hostname;
	const proxyPort = Number(port) || (protocol === "https:" ? 443 : 80);
	return error.syscall === "connect" && "port" in error && error.port === proxyPort;
}
function failure(code, message, cause) {
	return new CallError({
		kind: code === "ProxyRefused" ? "rejected" : "unsent",
		code,
		message,
		httpStatus: void 0,
		requestId: void 0
	}, cause);
}
function codeOf(error) {
	return "code" in error ? error.code : void 0;
}
// src/aws/transport.ts
const agent = {
	keepAlive: true,
	maxSockets: 50,
	scheduling: "fifo"
};
const tunnelMs = 5e3;
function openTransport(proxies = {}) {
	const proxied = Object.keys(proxies).length === 0 ? agent : {
		...agent,
		proxyEnv: proxies,
		timeout: tunnelMs
	};
	return carryOver(new dependencies.c({
		httpAgent: proxied,
		httpsAgent: proxied
	}), proxies);
}
function carryOver(handler, proxies = {}) {
	return {
		...handler.metadata && { metadata: handler.metadata },
		handle: async (request, options) => {
			try {
				const { response } = await handler.handle(request, options);
				return { response: await readWhole(response, request.hostname) };
			} catch (error) {
				const proxy = proxyOf(request, proxies);
				throw proxyFailure(error, request.hostname, proxy) ?? readConnectionFailure(error);
			}
		},
		updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
		httpHandlerConfigs: () => handler.httpHandlerConfigs(),
		destroy: () => handler.destroy?.()
	};
}
async function readWhole(response, host) {
	const body = await readBody(response);
	const answer = Object.assign(response, {
		body,
		text: new TextDecoder().decode(body),
		host
	});
	if (isPage(answer.text)) throw intercepted(answer);
	return answer;
}
async function readBody({ body, statusCode }) {
	try {
		return await (0,consumers_namespaceObject.buffer)(boundAnswer(body, tooLongError(statusCode)));
	} catch (error) {
		throw error instanceof CallError ? error : brokenOff(statusCode, error);
	}
}
function proxyOf({ protocol }, proxies) {
	const text = proxies[protocol === "https:" ? "https_proxy" : "http_proxy"];
	return text === void 0 ? void 0 : new URL(text);
}
// src/domain/source-location.ts
function locationText({ file, line, column }) {
	return `${file}:${line}:${column}`;
}
function problemText$1(problem) {
	return `${locationText(problem.place)} ${entryText(problem)}`;
}
function entryText({ path, text }) {
	return path === "" ? text : `${path}: ${text}`;
}
// src/domain/account-id.ts
function parseAccountId(text) {
	const example = "\"111122223333\"";
	if (text === "") return {
		problem: "is missing",
		example
	};
	if (/^[0-9]{12}$/.test(text)) return { value: text };
	const short = /^[0-9]{9,11}$/.test(text) ? " (YAML drops leading zeros: quote it)" : "";
	return {
		problem: explainLookAlike(text) ?? `is not 12 digits${short}`,
		example
	};
}
// src/lib/json.ts
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function property(value, name) {
	return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : void 0;
}
function findRepeatedKey(json) {
	const open = [];
	for (const [token, text = "", colon] of json.matchAll(tokens)) {
		if (token === "{" || token === "[") open.push(new Set());
		if (token === "}" || token === "]") open.pop();
		if (colon === void 0) continue;
		const key = String(parseJson(text));
		if (open.at(-1)?.has(key)) return key;
		open.at(-1)?.add(key);
	}
}
const tokens = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g;
// src/domain/association.ts
function countAssociations(count) {
	return count === 1 ? "1 association" : `${count} associations`;
}
function associationText({ asn, cidr }) {
	return `${cidr} with AS${asn}`;
}
// src/domain/plan-digest.ts
const version = "v2";
function callText({ accountId, region, asn, cidr, state }) {
	return JSON.stringify([
		"associate",
		accountId,
		region,
		asn,
		cidr,
		state
	]);
}
function digestOf(calls) {
	const canonical = [`byoasn-plan ${version}`, ...calls.map(callText).sort()].map((line) => `${line}\n`).join("");
	return `${version}:${(0,external_node_crypto_.createHash)("sha256").update(canonical).digest("hex")}`;
}
function digestOfChanges(changes) {
	const toCreate = changes.filter(({ step }) => step === "associate");
	const calls = toCreate.flatMap(({ target: { accountId, region }, association, before }) => accountId === void 0 ? [] : [{
		...association,
		accountId,
		region,
		state: before
	}]);
	return calls.length < toCreate.length ? void 0 : digestOf(calls);
}
const digestExample = "${{ needs.plan.outputs.plan-digest }}";
function parseDigest(text) {
	if (/^v2:[0-9a-f]{64}$/.test(text)) return { value: text };
	return {
		problem: /^v1:[0-9a-f]{64}$/.test(text) ? "was made by an earlier version of this action: plan again with this version, and pass the digest of that plan" : "is neither a plan-digest nor a plan",
		example: digestExample
	};
}
// src/domain/region.ts
const example$2 = "us-west-2";
function parseRegion(text) {
	if (text === "") return {
		problem: "is missing",
		example: example$2
	};
	if (/^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$/.test(text)) return { value: text };
	const zone = /-[1-9][0-9]?[a-z]$/.test(text) ? "; it names an Availability Zone" : "";
	return {
		problem: explainLookAlike(text) ?? `is not an AWS Region${zone}`,
		example: example$2
	};
}
// src/domain/target-name.ts
const targetNamePattern = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;
function parseTargetName(text) {
	if (targetNamePattern.test(text)) return { value: text };
	return {
		problem: explainLookAlike(text) ?? "is not a name: 1 to 64 letters, digits or any of ._/-, the first a letter or a digit",
		example: "edge/us-west-2"
	};
}
function defaultTargetName(accountId, region) {
	return `${accountId}/${region}`;
}
// src/domain/approved-plan.ts
function parseApproved(text) {
	const plan = parseJson(text);
	const listed = property(plan, "changes");
	const digest = parseDigest(Array.isArray(listed) ? textOf(plan, "digest") : text);
	if (digest.problem !== void 0) return digest;
	if (!Array.isArray(listed)) return { value: {
		digest: digest.value,
		changes: void 0
	} };
	const read = listed.map(readChange);
	const changes = read.flatMap(({ change }) => change ?? []);
	const problem = repeatedKeyProblem(text) ?? read.find(({ problem }) => problem !== void 0)?.problem ?? repeatedPairProblem(changes) ?? digestProblem(changes, digest.value);
	if (problem !== void 0) return {
		problem,
		example: digestExample
	};
	return { value: {
		digest: digest.value,
		changes
	} };
}
function readChange(item, index) {
	const problems = [];
	const read = (name, parse) => {
		const found = property(item, name);
		const { value, problem } = parse(typeof found === "string" ? found : "");
		if (value !== void 0 && value === found) return value;
		const unlike = problem ?? `is not written as a plan writes it, ${JSON.stringify(value)}`;
		const wrong = found === void 0 || typeof found === "string" ? unlike : "is not text";
		problems.push(`is a plan whose changes[${index}].${name} ${wrong}`);
	};
	const target = read("target", parseTargetName);
	const accountId = read("account_id", parseAccountId);
	const region = read("region", parseRegion);
	const asn = read("asn", (text) => parseAsn(text, { specialUse: "accept" }));
	const cidr = read("cidr", (text) => parseCidr(text, { specialUse: "accept" }));
	const state = read("state", parseState);
	const step = read("step", parseStep);
	if (!target || !accountId || !region || !asn || !cidr || !state || !step) return { problem: problems[0] ?? "" };
	return { change: {
		target,
		accountId,
		region,
		asn,
		cidr,
		state,
		step
	} };
}
function parseState(text) {
	if (/^[!-~][ -~]{0,99}$/.test(text)) return { value: text };
	return {
		problem: "is not 1 to 100 plain characters",
		example: "absent"
	};
}
const steps = [
	"associate",
	"wait",
	"keep",
	"refuse"
];
function parseStep(text) {
	const value = steps.find((step) => step === text);
	return value ? { value } : {
		problem: `is none of ${steps.join(", ")}`,
		example: "associate"
	};
}
function repeatedKeyProblem(text) {
	const key = findRepeatedKey(text);
	return key === void 0 ? void 0 : `is a plan with the key ${JSON.stringify(key)} twice in one object`;
}
function repeatedPairProblem(changes) {
	const pairs = changes.map(associationText);
	const repeated = pairs.find((pair, index) => pairs.indexOf(pair) < index);
	return repeated === void 0 ? void 0 : `is a plan that lists ${repeated} twice`;
}
function digestProblem(changes, digest) {
	return digestOf(changes.filter(({ step }) => step === "associate")) === digest ? void 0 : "is a plan whose digest is not that of its changes";
}
function textOf(value, name) {
	const found = property(value, name);
	return typeof found === "string" ? found : "";
}
// src/domain/partition.ts
const partitions = [
	[/^cn-/, "aws-cn"],
	[/^us-gov-/, "aws-us-gov"],
	[/^us-iso-/, "aws-iso"],
	[/^us-isob-/, "aws-iso-b"],
	[/^eu-isoe-/, "aws-iso-e"],
	[/^us-isof-/, "aws-iso-f"],
	[/^eusc-/, "aws-eusc"]
];
function partitionOf(region) {
	return partitions.find(([codes]) => codes.test(region))?.[1] ?? "aws";
}
// src/domain/role.ts
const example$1 = "arn:aws:iam::111122223333:role/byoasn-apply";
const roleArn = /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/;
function parseRoleArn(text) {
	const filled = fill(text, {
		accountId: "000000000000",
		region: "us-east-1"
	});
	if (text === "" || roleArn.test(filled)) return { value: text };
	const problem = /^[\w+=,.@-]+$/.test(text) ? "is a name; the whole ARN is needed" : "is not the ARN of an IAM role";
	return {
		problem: explainLookAlike(text) ?? problem,
		example: example$1
	};
}
function needsAccount(arn) {
	return arn.includes("{account}");
}
function fillRole(template, place) {
	const { problem } = checkPartition(template.arn, place.region);
	if (problem !== void 0) throw new Failure("invalid-input", `role-to-assume: ${template.arn} ${problem}`);
	const audience = template.audience || audienceOf(place.region);
	return {
		...template,
		arn: fill(template.arn, place),
		audience
	};
}
function checkPartition(arn, region) {
	const [, own] = arn.split(":");
	const partition = partitionOf(region);
	if (own === void 0 || region === "" || own === partition) return { value: arn };
	return {
		problem: `is of the partition ${own}, but ${region} is in ${partition}`,
		example: example$1.replace("aws", partition)
	};
}
function audienceOf(region) {
	return partitionOf(region) === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}
function fill(arn, { accountId, region }) {
	return arn.replaceAll("{account}", accountId ?? "{account}").replaceAll("{region}", region);
}
// src/inputs/proxies.ts
const example = "http://proxy.example.com:3128";
const schemes = ["https", "http"];
const oldestNode = "24.5.0";
const longestShown$1 = 200;
const loopback = [
	"localhost",
	".localhost",
	"127.0.0.0-127.255.255.255",
	"::1"
];
function readProxies(env, node = process.versions.node) {
	const secrets = [...new Set(proxyNames.flatMap((name) => secretsIn(env[name] ?? "")))];
	const warnings = findUnused(env);
	const exceptions = listOf$1(settingOf("no_proxy", env).text ?? "");
	if (exceptions.includes("*")) return {
		variables: {},
		secrets,
		problems: [],
		warnings
	};
	const read = schemes.map((scheme) => ({
		scheme,
		...readProxy(scheme, env)
	}));
	const set = read.flatMap(({ scheme, url }) => url === void 0 ? [] : [[`${scheme}_proxy`, url]]);
	const used = set.filter(([, url]) => url !== "");
	const problems = [
		...read.flatMap(({ problem }) => problem ?? []),
		...halfSetProblem(env),
		...used.length > 0 && !isAtLeast(node, oldestNode) ? [nodeProblem(node)] : []
	];
	if (problems.length > 0) return {
		variables: {},
		secrets,
		problems,
		warnings
	};
	const noProxy = [...exceptions.flatMap(spellings), ...loopback].join(",");
	return {
		variables: {
			...Object.fromEntries(set),
			...used.length > 0 ? { no_proxy: noProxy } : {}
		},
		secrets,
		problems,
		warnings
	};
}
function bothCases(name) {
	return [name, name.toUpperCase()];
}
const proxyNames = [
	"https_proxy",
	"http_proxy",
	"all_proxy"
].flatMap(bothCases);
function settingOf(name, env) {
	const [lower, upper] = bothCases(name);
	const [text, other] = [env[lower]?.trim(), env[upper]?.trim()];
	return text === void 0 ? {
		name: upper,
		text: other,
		other: void 0
	} : {
		name: lower,
		text,
		other
	};
}
function findUnused(env) {
	if (!proxyNames.some((name) => env[name]?.trim())) return [];
	return Object.entries({
		https_proxy: seenText$1,
		http_proxy: seenText$1,
		no_proxy: (text) => quotedText(truncate(text, longestShown$1))
	}).flatMap(([name, seen]) => {
		const { text, other } = settingOf(name, env);
		if (text === void 0 || other === void 0 || isSame(text, other)) return [];
		return [`${name.toUpperCase()}: ${seen(other)} is not used, because lower case counts, and ${name} is ${seen(text)}. To use another, set ${name} in the env of the job or step`];
	});
}
function isSame(one, other) {
	const canonical = (text) => parseProxy(text).value ?? listOf$1(text).join();
	return canonical(one) === canonical(other);
}
function readProxy(scheme, env) {
	const { name, text, other } = settingOf(`${scheme}_proxy`, env);
	if (!text) return other ? { url: "" } : {};
	const parsed = parseProxy(text);
	if (parsed.problem === void 0) return { url: parsed.value };
	return { problem: `${name}: ${seenText$1(text)} ${parsed.problem}. Example: ${name}: ${parsed.example}` };
}
function parseProxy(text) {
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (scheme === void 0) return {
		problem: "has no scheme",
		example
	};
	if (scheme !== "http" && scheme !== "https") return {
		problem: "is not an http or https proxy, and no others can be used",
		example
	};
	const url = URL.parse(text);
	if (url === null) return {
		problem: "is not a URL",
		example
	};
	if (!/^\/?$/.test(url.pathname + url.search + url.hash)) return {
		problem: "has more than a host and a port; in a password, / ? # and @ are %2F %3F %23 %40",
		example
	};
	if (decoded(url.username) === void 0 || decoded(url.password) === void 0) return {
		problem: "has a user or password with a % that encodes nothing (% is %25)",
		example
	};
	return { value: url.href };
}
function halfSetProblem(env) {
	if (settingOf("https_proxy", env).text !== void 0) return [];
	const set = ["http_proxy", "all_proxy"].map((name) => settingOf(name, env)).find(({ text }) => text);
	if (!set) return [];
	return [`${`${set.name}: ${seenText$1(set.text ?? "")}`} is set and HTTPS_PROXY is not, but all calls are HTTPS. Set HTTPS_PROXY too, or set it to the empty string if the runner reaches AWS and GitHub directly. Example: HTTPS_PROXY: ${example}`];
}
function nodeProblem(node) {
	return `HTTPS_PROXY: needs Node ${oldestNode} or newer, and this is ${node}. Update the runner`;
}
function isAtLeast(version, least) {
	return version.localeCompare(least, "en", { numeric: true }) >= 0;
}
function spellings(entry) {
	const address = /^\[(.*)\]$/.exec(entry)?.[1];
	if (address !== void 0) return [entry, address];
	if (entry.includes(":") || /^[\d./-]+$/.test(entry)) return [entry];
	const name = entry.replace(/^\*?\./, "");
	return [name, `.${name}`];
}
function listOf$1(text) {
	return text.split(/[\s,]+/).filter((entry) => entry !== "");
}
function seenText$1(text) {
	const [, scheme = "", user = "", host = ""] = /^(\w[\w+.-]*:\/\/)?(.*@)?(.*)$/s.exec(text) ?? [];
	if (text === "") return "\"\"";
	if (!/^(\[[0-9a-f:.]+\]|[\w.-]{1,253})(:\d{0,5})?\/?$/i.test(host) || scheme === "" && !/[.:]/.test(host)) return "(not shown, as it may hold a password)";
	return JSON.stringify(`${scheme}${user === "" ? "" : "***@"}${host}`);
}
function secretsIn(text) {
	const userInfo = /^(?:\w[\w+.-]*:\/\/)?(.*)@/s.exec(text.trim())?.[1] ?? "";
	const [, user = "", password = ""] = /^([^:]*):?(.*)$/s.exec(userInfo) ?? [];
	const secret = password || user;
	if (secret === "") return [];
	const plainUser = decoded(user) ?? user;
	const plainPassword = decoded(password) ?? password;
	const basic = Buffer.from(`${plainUser}:${plainPassword}`).toString("base64");
	const encoded = URL.parse(text.trim());
	return [
		secret,
		plainPassword || plainUser,
		encoded?.password || encoded?.username || secret,
		basic
	];
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return;
	}
}
// src/inputs/inputs.ts
const longestShown = 200;
function readInputs(read, env, workspace) {
	const problems = [];
	const invalid = [];
	const check = (name, parse) => {
		const text = read(name);
		const parsed = parse(text);
		if (parsed.problem === void 0) return parsed.value;
		const seen = text === "" ? "" : ` ${seenText(text)}`;
		problems.push(`${name}:${seen} ${parsed.problem}. Example: ${name}: ${parsed.example}`);
		invalid.push(name);
	};
	const specialUse = check("allow-special-use", parseBoolean) ? "accept" : "refuse";
	const form = read("config") === "" ? "inputs" : "file";
	const source = form === "inputs" ? readPair(check, env, specialUse) : readFileInputs(check, (text) => parseConfigPath(text, env, workspace));
	const dryRun = check("dry-run", parseBoolean);
	const permissionCheck = check("permission-check", parseBoolean);
	const role = readRole(check, env, {
		form,
		region: source?.form === "inputs" ? source.target.region : ""
	});
	const allowedAccountIds = check("allowed-account-ids", parseAccountIds);
	const approved = check("expected-plan", parseExpectedPlan)?.approved;
	const maxChanges = check("max-changes", parseMaxChanges);
	const failFast = check("fail-fast", parseBoolean);
	const concurrency = check("concurrency", parseCount(1, 64, 4));
	const wait = check("wait", parseBoolean);
	const waitTimeoutSeconds = check("wait-timeout-seconds", parseCount(1, 21600, 900));
	const comment = readComment(check);
	check("summary", parseBoolean);
	const proxies = readProxies(env).problems;
	problems.push(...proxies);
	if (source === void 0 || problems.length > 0) throw new Failure("invalid-input", countInvalid(invalid, proxies), { lines: problems });
	return {
		source,
		specialUse,
		mode: dryRun ? "plan" : "apply",
		permissionCheck: permissionCheck ? "ask" : "skip",
		role,
		allowedAccountIds: allowedAccountIds ?? [],
		expectedPlan: approved?.digest,
		approvedChanges: approved?.changes,
		maxChanges: maxChanges?.count,
		onFailure: failFast ? "stop" : "go on",
		concurrency: concurrency ?? 1,
		until: wait ? "settled" : "accepted",
		waitTimeoutSeconds: waitTimeoutSeconds ?? 0,
		comment
	};
}
function parseBoolean(text) {
	if (/^(true|True|TRUE)$/.test(text)) return { value: true };
	if (/^(false|False|FALSE)$/.test(text)) return { value: false };
	const problem = text === "" ? "is empty, and must be true or false" : "must be true or false";
	return {
		problem: explainLookAlike(text) ?? problem,
		example: "true"
	};
}
function readPair(check, env, specialUse) {
	const asn = check("asn", (text) => parseAsn(text, { specialUse }));
	const cidr = check("cidr", (text) => parseCidr(text, { specialUse }));
	const region = check("aws-region", (text) => parseRegionInput(text, env));
	check("target", leftOut("is of use only with config"));
	if (asn === void 0 || cidr === void 0 || region === void 0) return void 0;
	return {
		form: "inputs",
		target: {
			name: region,
			accountId: void 0,
			region,
			associations: [{
				asn,
				cidr,
				note: "",
				place: void 0
			}]
		}
	};
}
function readFileInputs(check, parsePath) {
	const path = check("config", parsePath);
	const only = check("target", parseTargets);
	for (const name of [
		"asn",
		"cidr",
		"aws-region"
	]) check(name, leftOut("is given beside config, which says it all"));
	return path === void 0 || only === void 0 ? void 0 : {
		form: "file",
		path,
		only
	};
}
const longestPath = 4096;
const longestTargets = 16384;
function parseConfigPath(text, env, workspace) {
	if (text.length > longestPath) return {
		problem: "is longer than any path",
		example: "byoasn.yml"
	};
	const { isAbsolute, normalize, relative, resolve, sep } = env.RUNNER_OS === "Windows" ? external_node_path_.win32 : external_node_path_.posix;
	const path = workspace ? relative(workspace, resolve(workspace, text)) : normalize(text);
	return { value: (["", ".."].includes(path) || path.startsWith(`..${sep}`) || isAbsolute(path) ? text : path).replaceAll(sep, "/") };
}
function parseTargets(text) {
	const example = "111122223333/us-west-2";
	if (text.length > longestTargets) return {
		problem: `has more than ${longestTargets} characters`,
		example
	};
	const names = listOf(text);
	for (const name of names) {
		const { problem } = {
			problem: void 0,
			...parseTargetName(name)
		};
		const seen = JSON.stringify(truncate(name, longestShown));
		if (problem !== void 0) return {
			problem: `has ${seen}, which ${problem}`,
			example
		};
	}
	return { value: names };
}
function leftOut(problem) {
	return (text) => text === "" ? { value: text } : {
		problem,
		example: "(left out)"
	};
}
function readRole(check, env, { form, region }) {
	const arn = check("role-to-assume", (text) => {
		const parsed = parseRoleArn(text);
		if (parsed.problem !== void 0) return parsed;
		if (form === "file" || !needsAccount(text)) return checkPartition(text, region);
		return {
			problem: "has {account}, which only the targets of a config file fill in",
			example: "arn:aws:iam::111122223333:role/byoasn-apply"
		};
	});
	const audience = check("audience", (text) => parseAudience(text, region));
	const sessionName = check("role-session-name", (text) => parseSessionName(text, env));
	const durationSeconds = check("role-duration-seconds", parseCount(900, 43200, 900));
	if (!arn || audience === void 0 || !sessionName || !durationSeconds) return void 0;
	return {
		arn,
		audience,
		sessionName,
		durationSeconds
	};
}
function readComment(check) {
	const wanted = check("comment", parseBoolean);
	const pullNumber = check("pr-number", parsePullNumber);
	const token = check("github-token", (text) => {
		if (text !== "" || !wanted) return { value: text };
		return {
			problem: "is empty, and comment: true needs it",
			example: "${{ github.token }}"
		};
	});
	if (!wanted || !token) return void 0;
	return {
		token,
		pullNumber: pullNumber?.number
	};
}
function parseRegionInput(text, env) {
	const inherited = env.AWS_REGION || env.AWS_DEFAULT_REGION || "";
	const parsed = parseRegion(text || inherited);
	if (text !== "" || parsed.problem === void 0) return parsed;
	return {
		problem: inherited === "" ? "is missing, and so are AWS_REGION and AWS_DEFAULT_REGION" : `${parsed.problem} (${seenText(inherited)} from the environment)`,
		example: parsed.example
	};
}
function parseAudience(text, region) {
	const example = audienceOf(region);
	if (/\s/.test(text)) return {
		problem: explainLookAlike(text) ?? "has a space inside",
		example
	};
	if (text.length > 255) return {
		problem: "has more than 255 characters",
		example
	};
	return { value: text };
}
function parseSessionName(text, env) {
	const standard = `byoasn-${env.GITHUB_RUN_ID || "local"}-${env.GITHUB_RUN_ATTEMPT || "1"}`;
	const name = text || standard;
	if (/^[\w+=,.@-]{2,64}$/.test(name)) return { value: name };
	return {
		problem: explainLookAlike(name) ?? "must be 2 to 64 letters, digits or any of +=,.@_-",
		example: "byoasn-apply"
	};
}
function parseAccountIds(text) {
	const ids = listOf(text);
	for (const id of ids) {
		const parsed = parseAccountId(id);
		if (parsed.problem !== void 0) return {
			problem: `has ${seenText(id)}, which ${parsed.problem}`,
			example: parsed.example
		};
	}
	return { value: ids };
}
function parseExpectedPlan(text) {
	if (text === "any") return { value: { approved: void 0 } };
	const { value, problem, example } = {
		example: "",
		...parseApproved(text)
	};
	if (value) return { value: { approved: value } };
	return {
		problem: text === "" ? "is empty, and must be the plan-digest of the plan that was approved, or any" : problem,
		example
	};
}
function parseMaxChanges(text) {
	if (text === "") return { value: { count: void 0 } };
	if (/^(0|[1-9][0-9]{0,5})$/.test(text)) return { value: { count: Number(text) } };
	return {
		problem: explainLookAlike(text) ?? "must be a whole number from 0 to 999999",
		example: "10"
	};
}
function parsePullNumber(text) {
	if (text === "") return { value: { number: void 0 } };
	if (/^[1-9][0-9]{0,9}$/.test(text)) return { value: { number: Number(text) } };
	return {
		problem: explainLookAlike(text) ?? "is not the number of a pull request",
		example: "7"
	};
}
function parseCount(least, most, standard) {
	return (text) => {
		const count = text === "" ? standard : /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : 0;
		if (count >= least && count <= most) return { value: count };
		const problem = `must be a whole number from ${least} to ${most}`;
		return {
			problem: explainLookAlike(text) ?? problem,
			example: `${standard}`
		};
	};
}
function listOf(text) {
	return text.split(/[\n,]/).map((item) => item.trim()).filter((item) => item !== "");
}
function seenText(text) {
	return quotedText(truncate(text, longestShown));
}
function countInvalid(inputs, proxyProblems) {
	const variables = proxyProblems.map((problem) => problem.replace(/:.*/s, ""));
	return [["input", inputs], ["environment variable", variables]].filter(([, names]) => names.length > 0).map(([kind, names]) => {
		return `${names.length === 1 ? `1 ${kind} is` : `${names.length} ${kind}s are`} invalid: ${names.join(", ")}`;
	}).join("; ");
}
// src/inputs/links.ts
function readLinks(env, payload) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
	const head = property(property(property(payload, "pull_request"), "head"), "sha");
	const commit = typeof head === "string" ? head : env.GITHUB_SHA;
	if (!server || !repository) return {
		run: void 0,
		files: void 0,
		commit
	};
	const base = `${server}/${repository}`;
	return {
		run: id ? `${base}/actions/runs/${id}` : void 0,
		files: commit ? `${base}/blob/${commit}/` : void 0,
		commit
	};
}
// src/inputs/runner.ts
function readGitHubRun(env, payload) {
	const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = env;
	return {
		trigger: readTrigger(env, payload),
		idToken: url && token ? {
			url,
			token
		} : void 0
	};
}
function readTrigger(env, payload) {
	if (env.GITHUB_ACTOR === "dependabot[bot]") return "dependabot";
	const event = env.GITHUB_EVENT_NAME ?? "";
	if (!event.startsWith("pull_request") || event === "pull_request_target") return "repository";
	const head = property(property(payload, "pull_request"), "head");
	if (head === void 0) return "repository";
	return property(property(head, "repo"), "full_name") === env.GITHUB_REPOSITORY ? "repository" : "fork";
}
// src/lib/clock.ts
function systemClock(cancelled) {
	const now = () => performance.now();
	return {
		now,
		wallTime: () => Date.now(),
		sleep: async (milliseconds) => {
			cancelled.throwIfAborted();
			const end = now() + milliseconds;
			try {
				for (let left = milliseconds; left > 0; left = end - now()) await (0,external_node_timers_promises_namespaceObject.setTimeout)(Math.ceil(left), void 0, { signal: cancelled });
			} catch (error) {
				cancelled.throwIfAborted();
				throw error;
			}
		},
		timeout: (milliseconds) => AbortSignal.timeout(milliseconds)
	};
}
function clockUntil(signal, clock) {
	return {
		...clock,
		sleep: (milliseconds) => untilAborted(signal, clock.sleep(milliseconds))
	};
}
// src/lib/secrets.ts
const shortestSecret = 8;
function collectSecrets(announce = () => {}) {
	const known = new Set();
	let forms = [];
	return {
		mask: (text) => {
			const secret = text.trim();
			if (secret === "" || known.has(secret)) return;
			known.add(secret);
			forms = formsOf(known);
			announce(secret);
		},
		redact: (text) => forms.reduce((rest, form) => rest.replaceAll(form, "***"), text)
	};
}
function formsOf(secrets) {
	const forms = [...secrets].filter(({ length }) => length >= shortestSecret).flatMap((secret) => [
		secret,
		JSON.stringify(secret).slice(1, -1),
		encodeURIComponent(secret.toWellFormed())
	]);
	return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}
// src/lib/signals.ts
const endingSignals = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP",
	"SIGQUIT",
	"SIGBREAK",
	"SIGUSR2",
	"SIGALRM",
	"SIGXCPU"
];
function cancelOnSignals(onLater) {
	const controller = new AbortController();
	for (const signal of endingSignals) process.on(signal, () => {
		controller.abort(new Failure("cancelled", `The run was cancelled (${signal})`));
	});
	process.on("uncaughtException", (error) => {
		if (controller.signal.aborted) onLater(error);
		else controller.abort(asFailure(error));
	});
	process.once("beforeExit", () => {
		controller.abort(new Failure("internal-error", "Unexpected: nothing was left to wait for"));
	});
	return controller.signal;
}
const graceMs = 5e3;
function startGrace(cancelled) {
	const controller = new AbortController();
	const begin = () => setTimeout(() => {
		controller.abort(new Failure("cancelled", "the run was cancelled, and no time was left"));
	}, graceMs);
	if (cancelled.aborted) begin();
	else cancelled.addEventListener("abort", begin, { once: true });
	return controller.signal;
}
// src/domain/association-state.ts
function isAssociated(state) {
	return state === "associated" || state === "advertised";
}
function hasEnded(state) {
	return state === "disassociated" || state === "failed-association";
}
// src/observe/observed.ts
function findAssociation(cidrs, { asn, cidr }) {
	const { entries, unreadable } = indexOf(cidrs);
	const found = entries.get(cidr)?.map((entry) => associationIn(entry, asn));
	if (found) return agree(asn, found);
	if (unreadable === void 0) return absentOf(asn);
	return unclear(asn, `AWS lists the CIDR ${JSON.stringify(unreadable)}, which ${mayBe} ${cidr}`);
}
function listAssociations(cidrs, cidr) {
	return [...new Set(entriesOf(cidrs, cidr).flatMap(({ byAsn }) => [...byAsn.keys()]))].map((asn) => findAssociation(cidrs, {
		asn,
		cidr
	}));
}
function listCidrs(cidrs) {
	return [...indexOf(cidrs).entries.keys()];
}
function associationIn({ listed, byAsn, unreadable }, asn) {
	const items = byAsn.get(asn) ?? [];
	const live = items.filter(({ state }) => !hasEnded(state));
	if (live.length > 0) return agree(asn, live);
	const other = unreadable.find((text) => text !== asn);
	if (other !== void 0) return unclear(asn, `${`AWS lists the ASN ${JSON.stringify(other)} with ${listed.cidr}`}, which ${mayBe} AS${asn}`);
	const failed = items.filter(({ state }) => state === "failed-association");
	return agree(asn, failed.length > 0 ? failed : items);
}
function agree(asn, items) {
	const [first, ...others] = new Set(items.map(({ state }) => state));
	if (first === void 0) return absentOf(asn);
	if (others.length > 0) return unclear(asn, `AWS lists it more than once: ${[first, ...others].slice(0, shownAtMost$2).join(", ")}`);
	return {
		asn,
		state: first,
		statusMessage: items.find((item) => item.statusMessage !== "")?.statusMessage ?? ""
	};
}
const mayBe = "cannot be read and may be";
const shownAtMost$2 = 10;
function unclear(asn, statusMessage) {
	return {
		asn,
		state: "unknown",
		statusMessage
	};
}
function absentOf(asn) {
	return {
		asn,
		state: "absent",
		statusMessage: ""
	};
}
function findCidr(cidrs, cidr) {
	return entriesOf(cidrs, cidr)[0]?.listed;
}
function findContradiction(cidrs, { asn, cidr }) {
	const texts = entriesOf(cidrs, cidr).map((entry) => {
		const { state, advertisementType } = entry.listed;
		return `${state}${advertisementType === "" ? "" : ` (${advertisementType})`} with the association ${associationIn(entry, asn).state}`;
	});
	const distinct = [...new Set(texts)];
	return distinct.length > 1 ? distinct : [];
}
const byListing = new WeakMap();
function indexOf(cidrs) {
	const known = byListing.get(cidrs);
	if (known) return known;
	const index = {
		entries: Map.groupBy(cidrs.map(entryOf), ({ listed }) => listed.cidr),
		unreadable: cidrs.find(({ cidr }) => canonicalCidr(cidr) === void 0)?.cidr
	};
	byListing.set(cidrs, index);
	return index;
}
function entryOf(listed) {
	const byAsn = Map.groupBy(listed.associations, ({ asn }) => asn);
	return {
		listed,
		byAsn,
		unreadable: [...byAsn.keys()].filter((asn) => canonicalAsn(asn) === void 0)
	};
}
function entriesOf(cidrs, cidr) {
	return indexOf(cidrs).entries.get(cidr) ?? [];
}
// src/plan/association-rules.ts
const byState = {
	absent: {
		step: "associate",
		why: "AWS lists no association of the two"
	},
	disassociated: {
		step: "associate",
		why: "an earlier association was disassociated"
	},
	"failed-association": {
		step: "associate",
		why: "an earlier attempt failed, so it is tried again",
		withMessage: true
	},
	"pending-association": {
		step: "wait",
		why: "the association is under way"
	},
	associated: {
		step: "keep",
		why: "AWS shows it as associated"
	},
	advertised: {
		step: "keep",
		why: "AWS shows it as advertised, so it is associated"
	},
	"pending-disassociation": {
		step: "refuse",
		why: "a disassociation is under way",
		refusal: "association-busy"
	},
	"failed-disassociation": {
		step: "refuse",
		why: "a disassociation has failed",
		refusal: "association-busy",
		withMessage: true
	},
	unknown: {
		step: "refuse",
		why: "AWS does not show its state clearly",
		refusal: "unknown-state",
		withMessage: true
	}
};
function decideStep({ state, statusMessage }) {
	const { withMessage, ...verdict } = rowOf$1(state);
	return withMessage && statusMessage !== "" ? {
		...verdict,
		why: `${verdict.why}: ${statusMessage}`
	} : verdict;
}
function rowOf$1(state) {
	return isKnown$1(state) ? byState[state] : {
		step: "refuse",
		why: `AWS shows the state ${state}, which this version does not know`,
		refusal: "unknown-state"
	};
}
function isKnown$1(state) {
	return Object.hasOwn(byState, state);
}
// src/plan/cidr-rules.ts
const readiness = {
	provisioned: "ready",
	advertised: "ready",
	"pending-advertising": "ready",
	"pending-withdrawal": "ready",
	"pending-provision": "not-ready",
	"failed-provision": "not-ready",
	"pending-deprovision": "not-ready",
	"failed-deprovision": "not-ready",
	deprovisioned: "not-ready",
	"provisioned-not-publicly-advertisable": "never"
};
function refuseCidr({ cidr, state, statusMessage, advertisementType }) {
	if (advertisementType !== "" && advertisementType !== "unicast") return {
		step: "refuse",
		why: `${cidr} is ${advertisementType}; only a unicast CIDR can be advertised from your ASN`,
		refusal: "cidr-not-eligible"
	};
	const verdict = isKnown(state) ? readiness[state] : "unknown";
	const message = statusMessage === "" ? "" : `: ${statusMessage}`;
	switch (verdict) {
		case "ready": return;
		case "never": return {
			step: "refuse",
			why: `${cidr} is ${state}`,
			refusal: "cidr-not-eligible"
		};
		case "not-ready": return {
			step: "refuse",
			why: `${cidr} is ${state}${message}`,
			refusal: "cidr-not-ready"
		};
		case "unknown": return {
			step: "refuse",
			why: `AWS shows ${cidr} in the state ${state}, which this version does not know`,
			refusal: "unknown-state"
		};
	}
}
function refuseContradiction(association, cidrs) {
	const texts = findContradiction(cidrs, association);
	if (texts.length === 0) return void 0;
	return {
		step: "refuse",
		why: `AWS lists ${association.cidr} more than once, and not alike: ${texts.join("; ")}`,
		refusal: "unknown-state"
	};
}
function refuseAsn({ asn }, { asns }) {
	if ("unread" in asns) return void 0;
	const listed = asns.filter((observed) => observed.asn === asn);
	const [first] = listed;
	if (!first) return refuseUnreadableAsn(asn, asns);
	if (listed.some(({ state }) => state === "provisioned")) return void 0;
	const message = first.statusMessage === "" ? "" : `: ${first.statusMessage}`;
	return {
		step: "refuse",
		why: `IPAM shows AS${asn} as ${first.state}${message}`,
		refusal: "asn-not-provisioned"
	};
}
function refuseUnreadableAsn(asn, asns) {
	const found = asns.find((listed) => listed.state !== "provisioned" && canonicalAsn(listed.asn) === void 0);
	if (!found) return void 0;
	return {
		step: "refuse",
		why: `IPAM shows the ASN ${JSON.stringify(found.asn)}, which cannot be read and may be AS${asn}, as ${found.state}`,
		refusal: "unknown-state"
	};
}
const shownAtMost$1 = 10;
function refuseUnlisted(association, cidrs) {
	const wanted = rangeOf(association.cidr);
	const related = rangesOf(cidrs).filter(({ range }) => wanted && range && overlaps(wanted, range)).map(({ cidr }) => cidr);
	const listed = cidrs.slice(0, shownAtMost$1).map(({ cidr }) => cidr);
	const names = related.length > 0 ? related.slice(0, shownAtMost$1) : listed;
	const hint = related.length > 0 ? `AWS lists ${names.join(", ")} instead, and the CIDR must be exactly the one provisioned` : names.length > 0 ? `AWS lists ${names.join(", ")}` : "AWS lists no BYOIP CIDR at all here: is this the Region of the CIDR?";
	return {
		step: "refuse",
		why: `AWS does not list ${association.cidr} in this account and Region; ${hint}`,
		refusal: "cidr-not-found"
	};
}
function rangesOf(cidrs) {
	const known = rangesByListing.get(cidrs);
	if (known) return known;
	const ranges = cidrs.map(({ cidr }) => ({
		cidr,
		range: rangeOf(cidr)
	}));
	rangesByListing.set(cidrs, ranges);
	return ranges;
}
const rangesByListing = new WeakMap();
function isKnown(state) {
	return Object.hasOwn(readiness, state);
}
// src/plan/evidence.ts
const offline = {
	refuse: {
		grade: "checked offline",
		text: "the ASN and the CIDR are well-formed and of public use"
	},
	accept: {
		grade: "checked offline",
		text: "the ASN and the CIDR are well-formed; special use is accepted"
	}
};
function gatherEvidence(association, { specialUse }, { cidrs, asns }) {
	const { asn, cidr } = association;
	const listed = findCidr(cidrs, cidr);
	const { state, statusMessage } = findAssociation(cidrs, association);
	const absence = state === "absent" ? "" : ` clearly: ${statusMessage}`;
	const cidrText = listed ? `${cidr} is ${listed.state}, its association with AS${asn} is ${state}` : `${cidr} is not listed${absence}`;
	return [
		offline[specialUse],
		{
			grade: "read",
			text: `DescribeByoipCidrs: ${cidrText}`
		},
		"unread" in asns ? {
			grade: "not read",
			text: `DescribeIpamByoasn: ${asns.unread}`
		} : {
			grade: "read",
			text: `DescribeIpamByoasn: ${asnText(asn, asns)}`
		}
	];
}
function asnText(asn, asns) {
	const states = asns.filter((observed) => observed.asn === asn).map(({ state }) => state);
	if (states.length > 0) return `AS${asn} is ${states.join(", ")}`;
	const unreadable = asns.find((observed) => canonicalAsn(observed.asn) === void 0);
	return unreadable ? `${JSON.stringify(unreadable.asn)}, which cannot be read and may be AS${asn}, is ${unreadable.state}` : `AS${asn} is not listed, which is normal outside the IPAM's home Region`;
}
// src/plan/plan.ts
function makePlan(observations, policy) {
	const inOrder = observations.toSorted((one, other) => compareText(one.target.name, other.target.name));
	const changes = inOrder.flatMap((observation) => changesOf(observation, policy));
	return {
		changes,
		unmanaged: inOrder.flatMap(unmanagedOf),
		digest: digestOfChanges(changes)
	};
}
function hasChanges({ changes }) {
	return changes.some(({ step }) => step === "associate");
}
function countSteps(changes) {
	const count = (step) => changes.filter((change) => change.step === step).length;
	return {
		associate: count("associate"),
		wait: count("wait"),
		keep: count("keep"),
		refuse: count("refuse")
	};
}
function changesOf({ target, observed }, policy) {
	return sorted(target.associations).map((association) => {
		const { state: before, statusMessage } = findAssociation(observed.cidrs, association);
		return {
			target,
			association,
			before,
			statusMessage,
			...judge(association, observed),
			evidence: gatherEvidence(association, policy, observed)
		};
	});
}
function judge(association, observed) {
	const listed = findCidr(observed.cidrs, association.cidr);
	const found = findAssociation(observed.cidrs, association);
	if (!listed && found.state === "absent") return refuseUnlisted(association, observed.cidrs);
	const contradiction = refuseContradiction(association, observed.cidrs);
	if (contradiction) return contradiction;
	const verdict = decideStep(found);
	if (!listed || verdict.step !== "associate") return verdict;
	return refuseCidr(listed) ?? refuseAsn(association, observed) ?? verdict;
}
function unmanagedOf({ target, observed }) {
	return [...Map.groupBy(target.associations, ({ cidr }) => cidr)].flatMap(([cidr, managed]) => listAssociations(observed.cidrs, cidr).filter(({ asn, state }) => state !== "disassociated" && managed.every((one) => one.asn !== asn)).map(({ asn, state }) => ({
		target,
		asn,
		cidr,
		state
	}))).toSorted((one, other) => compareText(one.cidr, other.cidr) || compareText(one.asn, other.asn));
}
function sorted(associations) {
	const keyed = associations.map((association) => ({
		association,
		key: sortKey(association)
	}));
	keyed.sort(({ key: one }, { key: other }) => compareKeys(one, other));
	return keyed.map(({ association }) => association);
}
function sortKey({ asn, cidr }) {
	const [address = "", length = ""] = cidr.split("/");
	return [
		BigInt(familyOf(address) ?? 0),
		addressNumber(address),
		BigInt(length),
		BigInt(asn)
	];
}
function compareKeys(one, other) {
	const at = one.findIndex((part, index) => part !== other[index]);
	return at < 0 ? 0 : (one[at] ?? 0n) < (other[at] ?? 0n) ? -1 : 1;
}
function compareText(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}
// src/report/log.ts
function inputLines(inputs, targets) {
	const { source, mode, role, specialUse, expectedPlan, maxChanges } = inputs;
	return [
		...source.form === "file" ? [`file ${source.path}`] : [],
		...targets.flatMap((target) => targetLines(target, source.form)),
		mode === "plan" ? "dry run: nothing is written" : "apply",
		role ? `role ${role.arn} by GitHub's ID token` : "the AWS SDK's credential chain",
		...specialUse === "accept" ? ["special-use ASNs and prefixes are accepted"] : [],
		...expectedPlan === void 0 ? [] : [`the plan must have the digest ${expectedPlan}`],
		...maxChanges === void 0 ? [] : [`at most ${maxChanges} associations may be written`]
	];
}
function targetLines({ name, accountId, region, associations }, form) {
	if (form === "inputs") return [...associations.map((one) => `associate ${associationText(one)}`), `Region ${region}`];
	return [`target ${name}: account ${accountId}, Region ${region}, ${countAssociations(associations.length)}`];
}
function planGroups({ changes, unmanaged, digest }) {
	const byTarget = Map.groupBy(changes, ({ target }) => target.name);
	const digestLine = digest === void 0 ? [] : [`plan digest ${digest}`];
	return [...byTarget].map(([name, ofTarget], index) => ({
		title: `Plan for ${name}: ${countText$1(ofTarget)}`,
		lines: [
			...planLines(ofTarget),
			...unmanaged.filter(({ target }) => target.name === name).map(({ asn, cidr, state }) => `unmanaged: ${cidr} with AS${asn} is ${state}, left alone`),
			...index === byTarget.size - 1 ? digestLine : []
		]
	}));
}
function planLines(changes) {
	const linesOf = ({ evidence }) => evidence.map(({ grade, text }) => `${grade}: ${text}`);
	const [first, ...others] = changes.map(linesOf);
	const shared = (first ?? []).filter((line) => others.length > 0 && others.every((lines) => lines.includes(line)));
	return [...changes.flatMap((change) => [`${change.step}: ${associationText(change.association)} (now ${change.before}): ${change.why}`, ...linesOf(change).filter((line) => !shared.includes(line)).map((line) => `  ${line}`)]), ...shared.map((line) => `all: ${line}`)];
}
function countText$1(changes) {
	const { associate, wait, keep, refuse } = countSteps(changes);
	return [
		associate > 0 ? `${associate} to associate` : "",
		wait > 0 ? `${wait} to wait for` : "",
		keep > 0 ? `${keep} to keep` : "",
		refuse > 0 ? `${refuse} refused` : ""
	].filter((part) => part !== "").join(", ") || "nothing";
}
const toldOneByOne = 10;
function endingLines({ reason, pairs }) {
	const states = Map.groupBy(pairs, ({ state }) => state);
	return [
		...pairs.length <= toldOneByOne ? pairs.map(({ association, state }) => `${associationText(association)} is ${state}`) : [...states].map(([state, inState]) => `${countAssociations(inState.length)}: ${state}`),
		`${reason}: ${reasons[reason].cause}`,
		`Next step: ${reasons[reason].next}`
	];
}
function problemLines(problems) {
	return problems.map(problemText$1);
}
function failureLines({ message, lines, problems, likely, next }) {
	const more = problems.length - 9;
	const cause = likely === void 0 ? [] : [`Likely cause: ${likely}`];
	return [
		message,
		...problemLines(problems.slice(0, 9)),
		...more > 0 ? [`and ${more} more, in the log above`] : [],
		...lines,
		...cause,
		`Next step: ${next}`
	];
}
const inspectedAtMost = 200;
const longestInspected = 2e3;
function inspectLines(thrown) {
	return (0,external_node_util_.inspect)(thrown, {
		depth: 3,
		maxArrayLength: 20,
		maxStringLength: longestInspected
	}).split("\n").slice(0, inspectedAtMost).map((line) => truncate(line, longestInspected));
}
function defectLines({ failure, pairs }) {
	return [...new Set([failure, ...pairs.map((pair) => pair.failure)])].flatMap((one) => one?.reason === "internal-error" && !(one.cause instanceof Failure) ? inspectLines(one.cause ?? one) : []);
}
function elapsedText(milliseconds) {
	const seconds = Math.floor(milliseconds / 1e3);
	const two = (number) => String(number).padStart(2, "0");
	return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
// src/outcome/pair-status.ts
function statusOf({ failure, step, state, changed }, mode) {
	if (failure) return "failed";
	switch (step) {
		case void 0: return "unknown";
		case "refuse": return "refused";
		case "keep": return "kept";
		case "wait": return isAssociated(state) ? "associated" : "pending";
		case "associate":
			if (mode === "plan") return "planned";
			if (isAssociated(state)) return "associated";
			if (state === "unknown") return state;
			return changed || state === "pending-association" ? "pending" : "skipped";
	}
}
// src/report/outputs.ts
const longestOutputs = 5e5;
const longestPlan = 9e4;
function formatOutputs(outcome) {
	const { pairs, plan, reason } = outcome;
	const worst = worstOf(pairs);
	const planText = plan ? formatPlan(plan) : "";
	const outputs = {
		state: worst?.state ?? "unknown",
		"status-message": worst?.statusMessage ?? "",
		changed: String(pairs.some(({ changed }) => changed)),
		"has-changes": String(plan !== void 0 && hasChanges(plan)),
		reason,
		asn: common(pairs, ({ association }) => association.asn),
		cidr: common(pairs, ({ association }) => association.cidr),
		"account-id": common(pairs, ({ target }) => target.accountId ?? ""),
		region: common(pairs, ({ target }) => target.region),
		"request-id": common(pairs, ({ requestId }) => requestId),
		"plan-digest": plan?.digest ?? "",
		counts: JSON.stringify(countSteps(plan?.changes ?? [])),
		matrix: JSON.stringify(matrixOf(plan?.changes ?? [])),
		plan: planText.length <= longestPlan ? planText : ""
	};
	const taken = Object.values(outputs).join("").length;
	return {
		...outputs,
		result: formatResult(outcome, longestOutputs - taken)
	};
}
function formatPlan({ digest, changes, unmanaged }) {
	return JSON.stringify({
		version: 1,
		digest: digest ?? "",
		changes: changes.map(({ target, association, before, step, refusal, why }) => ({
			...placeOf(target),
			asn: association.asn,
			cidr: association.cidr,
			state: before,
			step,
			...refusal ? { refusal } : {},
			why
		})),
		unmanaged: unmanaged.map(({ target, asn, cidr, state }) => ({
			...placeOf(target),
			asn,
			cidr,
			state
		}))
	});
}
const severity = [
	"advertised",
	"associated",
	"pending-association",
	"absent",
	"disassociated",
	"pending-disassociation",
	"failed-disassociation",
	"failed-association"
];
function worstOf(pairs) {
	const rank = ({ state }) => {
		const known = severity.indexOf(state);
		return known < 0 ? severity.length : known;
	};
	return pairs.reduce((worst, pair) => worst === void 0 || rank(pair) > rank(worst) ? pair : worst, void 0);
}
function common(pairs, read) {
	const [value = "", ...others] = new Set(pairs.map(read));
	return others.length === 0 ? value : "";
}
function targetsLeftOut({ plan }) {
	return Math.max(0, jobsOf(plan?.changes ?? []).length - 256);
}
function matrixOf(changes) {
	return { include: jobsOf(changes).slice(0, 256) };
}
function jobsOf(changes) {
	return [...Map.groupBy(changes, ({ target }) => target.name)].flatMap(([name, ofTarget]) => {
		const { associate } = countSteps(ofTarget);
		const [change] = ofTarget;
		if (!change || associate === 0) return [];
		const { accountId = "", region } = change.target;
		return [{
			target: name,
			account: accountId,
			region,
			changes: associate,
			"plan-digest": digestOfChanges(ofTarget) ?? ""
		}];
	});
}
const every_run_short = 300;
function formatResult(outcome, room) {
	const { pairs, inputs, plan } = outcome;
	const needing = pairs.filter((pair) => {
		const end = statusOf(pair, inputs?.mode);
		return end !== "kept" && end !== "associated";
	});
	const whole = {
		pairs,
		unmanaged: plan?.unmanaged ?? [],
		evidence: "told",
		longest: Number.POSITIVE_INFINITY
	};
	const brief = {
		...whole,
		evidence: "left out"
	};
	const least = {
		...brief,
		longest: every_run_short,
		pairs: [],
		unmanaged: []
	};
	const extents = [
		whole,
		brief,
		{
			...brief,
			longest: every_run_short
		},
		{
			...brief,
			longest: every_run_short,
			pairs: needing
		},
		{
			...brief,
			longest: every_run_short,
			pairs: []
		}
	];
	for (const extent of extents) {
		const text = resultOf(outcome, extent);
		if (text.length <= room) return text;
	}
	return resultOf(outcome, least);
}
function resultOf({ reason, ending, failure, inputs, plan, pairs }, { pairs: told, unmanaged, evidence, longest }) {
	const mode = inputs?.mode;
	const cut = (text) => truncate(text, longest);
	return JSON.stringify({
		schema_version: 1,
		reason,
		ending,
		dry_run: mode === void 0 ? null : mode === "plan",
		state: worstOf(pairs)?.state ?? "unknown",
		changed: pairs.some(({ changed }) => changed),
		has_changes: plan !== void 0 && hasChanges(plan),
		plan_digest: plan?.digest ?? "",
		counts: countSteps(plan?.changes ?? []),
		pairs: told.map((pair) => ({
			...placeOf(pair.target),
			asn: pair.association.asn,
			cidr: pair.association.cidr,
			end: statusOf(pair, mode),
			step: pair.step ?? null,
			why: cut(pair.why),
			state_before: pair.before,
			state: pair.state,
			status_message: cut(pair.statusMessage),
			changed: pair.changed,
			request_id: pair.requestId,
			error: pair.failure ? {
				reason: pair.failure.reason,
				message: cut(pair.failure.message)
			} : null,
			...evidence === "told" ? { evidence: pair.evidence } : {}
		})),
		pairs_left_out: pairs.length - told.length,
		unmanaged: unmanaged.map(({ target, asn, cidr, state }) => ({
			...placeOf(target),
			asn,
			cidr,
			state
		})),
		unmanaged_left_out: (plan?.unmanaged ?? []).length - unmanaged.length,
		error: failure ? errorOf(failure, cut) : null
	});
}
const longestList = 100;
function errorOf({ message, likely, next, lines, problems }, cut) {
	return {
		message: cut(message),
		likely: likely === void 0 ? null : cut(likely),
		next: cut(next),
		lines: lines.slice(0, longestList).map(cut),
		problems: problems.slice(0, longestList).map(({ place, path, text }) => ({
			...place,
			file: cut(place.file),
			path: cut(path),
			text: cut(text)
		}))
	};
}
function placeOf({ name, accountId, region }) {
	return {
		target: name,
		account_id: accountId ?? "",
		region
	};
}
// src/report/redact.ts
function redactOutcome(outcome, redact) {
	const { inputs, ...rest } = outcome;
	const copies = {
		redact,
		made: new Map()
	};
	return {
		...copyOf(rest, copies),
		inputs: inputs && {
			...copyOf(inputs, copies),
			comment: inputs.comment
		}
	};
}
function redactFailure(failure, redact) {
	return copyOfFailure(failure, {
		redact,
		made: new Map()
	});
}
function copyOf(value, copies) {
	if (typeof value === "string") return copies.redact(value);
	if (typeof value !== "object" || value === null) return value;
	return copies.made.get(value) ?? copyOfObject(value, copies);
}
function copyOfObject(value, copies) {
	if (value instanceof Failure) return copyOfFailure(value, copies);
	if (value instanceof Error) return copyOfError(value, copies);
	const copy = Array.isArray(value) ? value.map((item) => copyOf(item, copies)) : Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copyOf(item, copies)]));
	copies.made.set(value, copy);
	return copy;
}
function copyOfFailure(failure, copies) {
	const { reason, message, likely, next, lines, problems } = failure;
	return finish(new Failure(reason, copies.redact(message), {
		...likely === void 0 ? {} : { likely: copies.redact(likely) },
		next: copies.redact(next),
		lines: copyOf(lines, copies),
		problems: copyOf(problems, copies)
	}), failure, copies);
}
function copyOfError(error, copies) {
	const copy = new Error(copies.redact(error.message));
	copy.name = error.name;
	return finish(copy, error, copies);
}
function finish(copy, original, copies) {
	copies.made.set(original, copy);
	copy.stack = copies.redact(original.stack ?? "");
	const cause = {
		value: copyOf(original.cause, copies),
		configurable: true,
		writable: true
	};
	if (original.cause !== void 0) Object.defineProperty(copy, "cause", cause);
	return copy;
}
// src/report/fit.ts
function fit({ order, all, render }, fits) {
	const whole = render(all);
	if (fits(whole)) return whole;
	let shown = all;
	for (const part of order) {
		const without = {
			...shown,
			[part]: 0
		};
		const withSome = (count) => render({
			...without,
			[part]: count
		});
		if (fits(withSome(0))) return withSome(mostBelow(shown[part], (count) => fits(withSome(count))));
		shown = without;
	}
	return render(shown);
}
function mostBelow(end, holds) {
	let [most, over] = [0, end];
	while (over - most > 1) {
		const middle = Math.floor((most + over) / 2);
		if (holds(middle)) most = middle;
		else over = middle;
	}
	return most;
}
// src/domain/target.ts
function unnamedPlace({ name, accountId, region }) {
	if (accountId !== void 0 && name === defaultTargetName(accountId, region)) return [];
	return [accountId ?? "account not known", region].filter((part) => part !== name);
}
function targetText(target) {
	const place = unnamedPlace(target);
	return place.length === 0 ? target.name : `${target.name} (${place.join(" ")})`;
}
// src/report/markdown.ts
const shownWhole = 1e3;
function markdownText(text) {
	return escapeMarks(truncate(plainLine(text), shownWhole).replace(/[@#]|\bgh-(?=\d)|:(?=[\w+-]+:)/gi, "$&⁠"));
}
function markdownCode(text) {
	if (text === "") return "";
	return `<code>${escapeMarks(truncate(plainLine(text), shownWhole).replaceAll("@", "@⁠"))}</code>`;
}
function escapeMarks(text) {
	return text.replace(/[!#$&()*.:<>@[\\\]^_`{|}~\u2060]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
function markdownLink(markdown, url) {
	const href = url !== void 0 && URL.canParse(url) ? new URL(url).href : "";
	if (!/^https?:/.test(href)) return markdown;
	return `<a href="${href.replace(/[^\w.~/:?#=%-]/g, (mark) => `&#${mark.charCodeAt(0)};`)}">${markdown}</a>`;
}
function markdownRow(cells) {
	return `| ${cells.join(" | ")} |`;
}
function markdownTable(header, rows) {
	return [
		markdownRow(header),
		markdownRow(header.map(() => "---")),
		...rows
	].join("\n");
}
function markdownList(items) {
	return items.map((item) => `- ${item}`).join("\n");
}
function markdownFold(title, body) {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function markdownBlock(lines, language = "text") {
	const text = lines.map(plainLine).join("\n");
	const longest = [...text.matchAll(/`+/g)].reduce((most, [ticks]) => Math.max(most, ticks.length), 2);
	const fence = "`".repeat(longest + 1);
	return `${fence}${language}\n${text}\n${fence}`;
}
// src/report/failures.ts
function endingText(failure, numbered) {
	const head = `> [!CAUTION]\n> <b>${markdownText(failure.message)}</b> (${markdownCode(failure.reason)})`;
	if (failure.cause instanceof Failure && numbered.has(failure.cause)) return {
		head,
		lines: [],
		tail: []
	};
	return {
		head,
		lines: untoldLines(failure),
		tail: likelyText(failure)
	};
}
function numberPairFailures({ failure, pairs }) {
	const all = new Set(pairs.flatMap((pair) => pair.failure ?? []));
	if (failure) all.delete(failure);
	return new Map([...all].map((one, index) => [one, index + 1]));
}
function pairFailureTexts(numbered, { pairs }) {
	const hit = Map.groupBy(pairs, ({ failure }) => failure);
	return [...numbered].map(([failure, number]) => {
		const count = hit.get(failure)?.length ?? 0;
		return {
			head: `**Failure ${number}** (${`${markdownCode(failure.reason)}, ${count} ${count === 1 ? "association" : "associations"}`}): ${markdownText(failure.message)}`,
			lines: untoldLines(failure),
			tail: [...likelyText(failure), `**Next for failure ${number}:** ${markdownText(failure.next)}`]
		};
	});
}
function formatFailures(texts, lineCount) {
	let left = lineCount;
	return texts.map(({ head, lines, tail }) => {
		const shown = lines.slice(0, left);
		left -= shown.length;
		return [
			head,
			...shown.length > 0 ? [markdownBlock(shown)] : [],
			...tail
		].join("\n\n");
	});
}
function untoldLines({ lines, problems }) {
	const told = new Set(problems.map(entryText));
	return lines.filter((line) => !told.has(line.slice(line.indexOf(": ") + 2)));
}
function likelyText({ likely }) {
	return likely === void 0 ? [] : [`**Likely cause:** ${markdownText(likely)}`];
}
// src/report/links.ts
function placeLink(place, { files }) {
	const path = place.file.toWellFormed().split("/").map(encodeURIComponent).join("/");
	const url = files === void 0 ? void 0 : `${files}${path}#L${place.line}`;
	return markdownLink(markdownCode(locationText(place)), url);
}
function runLine({ run, commit }) {
	const page = run === void 0 ? [] : [markdownLink("The run", run)];
	const at = commit === void 0 ? [] : [`commit ${markdownCode(commit.slice(0, 12))}`];
	const parts = [...page, ...at];
	return parts.length === 0 ? "" : `<sub>${parts.join(" · ")}</sub>`;
}
// src/report/labels.ts
const statusLabels = {
	failed: "failed",
	refused: "refused",
	skipped: "skipped",
	unknown: "unknown",
	planned: "associate",
	pending: "pending",
	associated: "associated",
	kept: "unchanged"
};
function tableHeader(mode) {
	return [
		"",
		"Target",
		"CIDR",
		"ASN",
		mode === "plan" ? "Now → after" : "Before → now",
		"Evidence"
	];
}
function stateAfter({ state }, end, mode) {
	return end === "planned" || end === "pending" && mode === "plan" ? "associated" : state;
}
function extraReasons({ before, statusMessage, why }, end) {
	const reason = end === "refused" || end === "planned" && before !== "absent" ? [why] : [];
	const told = statusMessage === "" || reason.length > 0 && why.includes(statusMessage);
	return [...reason, ...told ? [] : [`AWS says: ${statusMessage}`]];
}
const strongestFirst = [
	"proven",
	"read",
	"checked offline"
];
const absences = ["not read", "not asked"];
function gradesOf(evidence) {
	const has = (grade) => evidence.some((one) => one.grade === grade);
	return {
		best: strongestFirst.find(has),
		missing: absences.filter(has)
	};
}
// src/report/status.ts
const successes = {
	associated: "applied",
	"already-associated": "no changes",
	"already-pending": "no changes",
	accepted: "accepted",
	"dry-run-permitted": "planned",
	"dry-run-unchecked": "planned",
	planned: "planned",
	"no-changes": "no changes",
	applied: "applied",
	"fork-no-credentials": "checked offline"
};
const refusals = new Set([
	"invalid-input",
	"account-not-allowed",
	"refused",
	"plan-changed",
	"too-many-changes"
]);
function runStatus({ reason, pairs }) {
	if (isSuccess(reason)) return successes[reason];
	return refusals.has(reason) || pairs.some(({ step }) => step === "refuse") ? "refused" : "failed";
}
const endsInOrder = [
	"failed",
	"refused",
	"skipped",
	"unknown",
	"planned",
	"pending",
	"associated",
	"kept"
];
const counted = {
	failed: "failed",
	refused: "refused",
	skipped: "skipped",
	unknown: "unknown",
	planned: "to associate",
	pending: "pending",
	associated: "associated",
	kept: "unchanged"
};
function pairsByEnd({ pairs, inputs }) {
	const byEnd = Map.groupBy(pairs, (pair) => statusOf(pair, inputs?.mode));
	return new Map(endsInOrder.flatMap((end) => {
		const found = byEnd.get(end);
		return found ? [[end, found]] : [];
	}));
}
function countText(outcome) {
	return [...pairsByEnd(outcome)].map(([end, pairs]) => `${pairs.length} ${counted[end]}`).join(", ");
}
function isSuccess(reason) {
	return reasons[reason].ending === "success";
}
// src/report/plan-table.ts
const plainEnds = new Set([
	"pending",
	"associated",
	"kept"
]);
function makePlanTable(outcome, numbered, links) {
	const mode = outcome.inputs?.mode ?? "apply";
	const evidence = outcome.pairs.length === 1 ? "open" : "folded";
	const context = {
		links,
		mode,
		evidence,
		numbered
	};
	const byEnd = [...pairsByEnd(outcome)];
	const isFolded = (end) => end === "kept" && evidence === "folded";
	const shown = byEnd.filter(([end]) => !isFolded(end));
	const folded = byEnd.filter(([end]) => isFolded(end));
	return {
		header: tableHeader(mode),
		rows: shown.flatMap(([end, pairs]) => pairs.map((pair) => rowOf(pair, end, context))),
		unchanged: folded.flatMap(([end, pairs]) => pairs.map((pair) => rowOf(pair, end, context).brief))
	};
}
function rowOf(pair, end, context) {
	const { target, association, evidence } = pair;
	const cells = [
		plainEnds.has(end) ? statusLabels[end] : `**${statusLabels[end]}**`,
		targetCell(target),
		cidrCell(pair, context),
		`AS${markdownText(association.asn)}`,
		[stateText(pair, end, context.mode), ...remarks(pair, end, context)].join("<br>")
	];
	return {
		whole: markdownRow([...cells, evidenceCell(evidence, context)]),
		brief: markdownRow([...cells, gradeText(evidence)])
	};
}
function targetCell(target) {
	const more = unnamedPlace(target);
	const rest = more.length === 0 ? [] : [`<sub>${more.map(markdownText).join(" ")}</sub>`];
	return [markdownText(target.name), ...rest].join("<br>");
}
function cidrCell({ association, failure, step }, { links }) {
	const { cidr, note, place } = association;
	const found = place && (failure || step === "refuse") ? [placeLink(place, links)] : [];
	const notes = note === "" ? [] : [markdownText(note)];
	const more = [...found, ...notes].map((text) => `<sub>${text}</sub>`);
	return [markdownCode(cidr), ...more].join("<br>");
}
function stateText(pair, end, mode) {
	const { before } = pair;
	const after = stateAfter(pair, end, mode);
	return before === after ? markdownText(before) : `${markdownText(before)} → **${markdownText(after)}**`;
}
function remarks(pair, end, { numbered }) {
	const { failure } = pair;
	const number = failure && numbered.get(failure);
	return [...extraReasons(pair, end).map(markdownText), ...failure ? [`${markdownCode(failure.reason)}${number === void 0 ? "" : `, failure ${number}`}`] : []];
}
function evidenceCell(evidence, context) {
	if (evidence.length === 0) return gradeText(evidence);
	const texts = evidence.map(({ grade, text }) => `<b>${grade}</b> ${markdownText(text)}`);
	return `<details${context.evidence === "open" ? " open" : ""}><summary>${gradeText(evidence)}</summary>${texts.join("<br>")}</details>`;
}
function gradeText(evidence) {
	const { best, missing } = gradesOf(evidence);
	return [best ?? [], ...missing.map((grade) => `<b>${grade}</b>`)].flat().join(", ") || "none";
}
// src/report/markdown-page.ts
const parts = {
	picture: ["picture", "pictures"],
	unchanged: ["unchanged association", "unchanged associations"],
	unmanaged: ["association that is left alone", "associations that are left alone"],
	evidence: ["row of evidence", "rows of evidence"],
	lines: ["line of a failure", "lines of failures"],
	furtherFailures: ["further failure", "further failures"],
	rows: ["row of the table", "rows of the table"],
	problems: ["problem", "problems"],
	failures: ["failure", "failures"],
	advice: ["hint", "hints"],
	foot: ["link", "links"],
	names: ["file name", "file names"]
};
const order = Object.keys(parts).filter((name) => name in parts);
const firstFailures = 10;
const effect = "<sub>Associating makes the ASN eligible and changes no routes; advertising the CIDR with it does.</sub>";
function renderPage(outcome, links, { picture, foot }) {
	const { failure, plan } = outcome;
	const numbered = numberPairFailures(outcome);
	const endings = failure ? [endingText(failure, numbered)] : [];
	const failures = [...endings, ...pairFailureTexts(numbered, outcome)];
	const table = makePlanTable(outcome, numbered, links);
	const unmanaged = (plan?.unmanaged ?? []).map(unmanagedText);
	const problems = untoldProblems(outcome).map((problem) => problemText(problem, links));
	const advice = adviceTexts(outcome);
	const all = {
		picture: picture === "" ? 0 : 1,
		unchanged: table.unchanged.length,
		unmanaged: unmanaged.length,
		evidence: table.rows.length,
		lines: failures.reduce((sum, { lines }) => sum + lines.length, 0),
		rows: table.rows.length,
		problems: problems.length,
		furtherFailures: Math.max(0, failures.length - firstFailures),
		failures: Math.min(failures.length, firstFailures),
		advice: advice.length,
		foot: foot === "" ? 0 : 1,
		names: outcome.inputs?.source.form === "file" ? 1 : 0
	};
	const render = (shown) => {
		const failed = formatFailures(failures.slice(0, shown.failures + shown.furtherFailures), shown.lines);
		const rows = table.rows.slice(0, shown.rows).map(({ whole, brief }, index) => index < shown.evidence ? whole : brief);
		return joinParts([
			`### ${titleText(outcome, shown.names)}`,
			leadText(outcome, failed.length > 0),
			...failed.slice(0, endings.length),
			leftOutText(all, shown, outcome),
			rows.length > 0 ? markdownTable(table.header, rows) : "",
			foldText(table.unchanged.slice(0, shown.unchanged), "unchanged", (some) => markdownTable(table.header, some)),
			foldText(unmanaged.slice(0, shown.unmanaged), outcome.inputs?.source.form === "file" ? "more in AWS that the file does not list: left alone" : "more in AWS on this CIDR: left alone", markdownList),
			...failed.slice(endings.length),
			shown.problems > 0 ? markdownList(problems.slice(0, shown.problems)) : "",
			...advice.slice(0, shown.advice),
			shown.picture > 0 ? picture : "",
			shown.advice < all.advice ? "" : effect,
			shown.foot > 0 ? foot : ""
		]);
	};
	return {
		order,
		all,
		render
	};
}
function joinParts(texts) {
	return `${texts.filter((text) => text !== "").join("\n\n")}\n`;
}
function titleText(outcome, names) {
	const source = outcome.inputs?.source;
	const status = runStatus(outcome);
	if (source?.form === "inputs") return `BYOASN association: ${status}`;
	if (source === void 0 || names === 0) return `BYOASN associations: ${status}`;
	const only = source.only.length === 0 ? "" : ` (${source.only.map(markdownCode).join(", ")})`;
	return `BYOASN associations of ${markdownCode(source.path)}${only}: ${status}`;
}
function leadText(outcome, told) {
	const { pairs, reason } = outcome;
	const targets = new Set(pairs.map(({ target }) => target.name)).size;
	const where = targets > 1 ? ` in ${targets} targets` : "";
	return [pairs.length > 1 ? `**${countText(outcome)}**${where}.` : "", told ? "" : `${reasons[reason].cause} (<code>${reason}</code>)`].filter((text) => text !== "").join(" ");
}
function leftOutText(all, shown, { plan, inputs }) {
	const left = order.map((part) => ({
		count: all[part] - shown[part],
		names: parts[part]
	})).filter(({ count }) => count > 0).map(({ count, names: [one, many] }) => `${count} ${count === 1 ? one : many}`);
	const file = plan && inputs?.source.form === "file" ? ", and the file that the output plan-path names" : "";
	return left.length === 0 ? "" : `**Too long to show in full.** Left out: ${left.join(", ")}. The log of the run has everything${file}.`;
}
function foldText(shown, name, format) {
	return shown.length === 0 ? "" : markdownFold(`${shown.length} ${name}`, format(shown));
}
function unmanagedText({ target, asn, cidr, state }) {
	return `${markdownCode(cidr)} AS${markdownText(asn)} ${markdownText(state)} in ${markdownCode(targetText(target))}`;
}
function untoldProblems({ failure, pairs }) {
	const isPlace = (place) => place !== void 0;
	const rows = new Set(pairs.map(({ association }) => association.place).filter(isPlace).map(locationText));
	const all = [failure, ...new Set(pairs.map((pair) => pair.failure))];
	return [...new Set(all.flatMap((one) => one?.problems ?? []))].filter(({ place }) => !rows.has(locationText(place)));
}
function problemText({ place, path, text }, links) {
	const entry = path === "" ? "" : `${markdownCode(path)} `;
	return `${placeLink(place, links)} ${entry}${markdownText(text)}`;
}
function adviceTexts(outcome) {
	const { reason, failure, plan, inputs } = outcome;
	const next = `**Next:** ${failure ? markdownText(failure.next) : reasons[reason].next}`;
	const digest = plan && hasChanges(plan) ? plan.digest : void 0;
	if (digest === void 0) return [next];
	const applicable = inputs?.mode === "plan" && !failure;
	const block = markdownBlock([`expected-plan: ${digest}`], "yaml");
	return applicable ? [next, `To apply this plan and no other:\n\n${block}`] : [next, `<sub>Plan digest ${markdownCode(digest)}</sub>`];
}
// src/report/mermaid.ts
const mostCharacters = 45e3;
const mostEdges = 450;
const readable = 40;
const settings = [
	"---",
	"config:",
	"  flowchart:",
	"    nodeSpacing: 16",
	"    rankSpacing: 120",
	"    subGraphTitleMargin:",
	"      top: 0",
	"      bottom: 10",
	"---"
];
const todo = {
	name: "todo",
	arrow: "==>",
	fill: "#1a7f37",
	line: "#2da44e",
	legend: "thick green: to associate"
};
const done = {
	...todo,
	name: "done",
	legend: "thick green: associated by this run"
};
const waiting = {
	name: "waiting",
	arrow: "-.->",
	fill: "#0969da",
	line: "#218bff",
	legend: "dotted blue: pending"
};
const kept = {
	name: "kept",
	arrow: "-->",
	fill: "#59636e",
	line: "#848d97",
	legend: "thin grey: unchanged"
};
const left = {
	name: "left",
	arrow: "-.-x",
	fill: "#9a6700",
	line: "#bf8700",
	legend: "dotted amber with a cross: skipped or unknown"
};
const bad = {
	name: "bad",
	arrow: "--x",
	fill: "#cf222e",
	line: "#e5534b",
	legend: "red with a cross: refused or failed"
};
const styles = {
	failed: bad,
	refused: bad,
	skipped: left,
	unknown: left,
	planned: todo,
	pending: waiting,
	associated: done,
	kept
};
function formatGraph(outcome) {
	const { pairs } = outcome;
	if (pairs.length < 2) return "";
	const byEnd = [...pairsByEnd(outcome)];
	const edges = (pairs.length > readable ? byEnd.filter(([end]) => end !== "kept") : byEnd).flatMap(([end, some]) => some.map((pair) => ({
		pair,
		style: styles[end]
	})));
	if (edges.length === 0) return "";
	const chart = chartLines(edges);
	if (edges.length > mostEdges || chart.join("\n").length > mostCharacters) return `<sub>No picture: ${edges.length} associations are more than Mermaid draws.</sub>`;
	const used = [...new Set(edges.map(({ style }) => style.legend))];
	const hidden = pairs.length - edges.length;
	const more = hidden === 0 ? "" : ` The ${hidden} unchanged ones are not drawn.`;
	return `${markdownBlock(chart, "mermaid")}\n\n<sub>Arrows: ${used.join("; ")}.${more}</sub>`;
}
function chartLines(edges) {
	const asns = numberTexts(edges.map(({ pair }) => pair.association.asn));
	const byTarget = [...Map.groupBy(edges, ({ pair }) => targetText(pair.target))];
	const cidrs = numberTexts(edges.map(cidrKey));
	const used = new Set(edges.map(({ style }) => style));
	return [
		...settings,
		"flowchart LR",
		...[...asns].map(([asn, at]) => `a${at}(["AS${labelText(asn)}"]):::asn`),
		...byTarget.flatMap(([name, some], at) => [
			`subgraph t${at}["${labelText(name)}"]`,
			...boxLines(some, cidrs),
			"end",
			`class t${at} box`
		]),
		...edges.map(({ pair, style }) => `a${asns.get(pair.association.asn)} ${style.arrow} c${cidrs.get(cidrKey({ pair }))}`),
		...["asn", "box"].map((name) => `classDef ${name} fill:none,stroke:#848d97`),
		...[...used].flatMap((style) => [`classDef ${style.name} fill:${style.fill},stroke:${style.line},color:#ffffff`, `linkStyle ${indexesOf(edges, style)} stroke:${style.line}`])
	];
}
function boxLines(edges, cidrs) {
	return [...Map.groupBy(edges, (edge) => cidrKey(edge))].flatMap(([key, [edge]]) => edge ? [`c${cidrs.get(key)}["${labelText(edge.pair.association.cidr)}"]:::${edge.style.name}`] : []);
}
function cidrKey({ pair }) {
	return JSON.stringify([pair.target.name, pair.association.cidr]);
}
function indexesOf(edges, style) {
	return edges.flatMap((edge, index) => edge.style === style ? [index] : []).join(",");
}
function numberTexts(texts) {
	return new Map([...new Set(texts)].map((text, at) => [text, at]));
}
function labelText(text) {
	return truncate(plainLine(text) || " ", 120).replace(/[^\w./:-]/gu, (character) => `#${character.codePointAt(0)};`);
}
// src/report/summary.ts
const mostBytes = 1e6;
function formatSummary(outcome, links) {
	return fit(renderPage(outcome, links, {
		picture: formatGraph(outcome),
		foot: ""
	}), (text) => Buffer.byteLength(text) <= mostBytes);
}
// src/lib/concurrency.ts
async function forEachConcurrent(items, limit, work) {
	const left = items.values();
	const errors = [];
	const remainders = [];
	const isStopping = () => errors.length > 0;
	const attempt = async (doing) => {
		try {
			return await doing();
		} catch (error) {
			errors.push(error);
			return;
		}
	};
	const worker = async () => {
		for (const item of left) {
			if (isStopping()) return;
			const remainder = await attempt(() => work(item, isStopping));
			if (remainder) remainders.push(attempt(remainder));
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
	await Promise.all(remainders);
	if (isStopping()) throw errors[0];
}
// src/aws/rate-limiter.ts
const rates = {
	describeByoipCidrs: {
		burst: 1,
		intervalMs: 2010
	},
	associateIpamByoasn: {
		burst: 49,
		intervalMs: 205
	}
};
function createRateLimiter({ burst, intervalMs }, clock) {
	let full = clock.now();
	return {
		acquire: async () => {
			const now = clock.now();
			const turn = Math.max(now, full - (burst - 1) * intervalMs);
			full = Math.max(full, turn) + intervalMs;
			if (turn > now) await clock.sleep(turn - now);
		},
		release: () => {
			full = Math.max(full, clock.now() + intervalMs);
		},
		exhaust: () => {
			full = Math.max(full, clock.now() + burst * intervalMs);
		}
	};
}
async function withRateLimiter(pace, call) {
	try {
		return await call;
	} catch (error) {
		if (error instanceof CallError && error.result.kind === "throttled") pace.exhaust();
		throw error;
	} finally {
		pace.release();
	}
}
// src/aws/policies.ts
const statement = (Sid, region, ...Action) => ({
	Sid,
	Effect: "Allow",
	Action,
	Resource: "*",
	Condition: { StringEquals: { "ec2:Region": region } }
});
function planPolicy(region) {
	return {
		Version: "2012-10-17",
		Statement: [statement("Read", region, ...["ec2:DescribeByoipCidrs", "ec2:DescribeIpamByoasn"])]
	};
}
function applyPolicy(region) {
	const { Version, Statement } = planPolicy(region);
	const associate = statement("Associate", region, "ec2:AssociateIpamByoasn");
	return {
		Version,
		Statement: [...Statement, associate]
	};
}
function policyLines(policy) {
	return JSON.stringify(policy, null, 2).split("\n");
}
function policyToPaste(policy) {
	return ["Smallest policy for the role, for this Region:", ...policyLines(policy)];
}
// src/apply/wait-rules.ts
const staleReads = 3;
const no = { settled: "no" };
function emptyHistory(before) {
	return {
		before,
		reads: 0,
		moved: false,
		absences: 0,
		associations: 0
	};
}
function addReading(sightings, state) {
	if (state === "unknown") return {
		...sightings,
		absences: 0,
		associations: 0
	};
	const seen = {
		...sightings,
		reads: sightings.reads + 1,
		absences: state === "absent" ? sightings.absences + 1 : 0,
		associations: isAssociated(state) ? sightings.associations + 1 : 0
	};
	return {
		...seen,
		moved: sightings.moved || provesMove(seen, state)
	};
}
function isConfirmed({ before, associations }) {
	return associations >= (hasEnded(before) ? 2 : 1);
}
function provesMove(sightings, state) {
	const { before } = sightings;
	if (hasEnded(before) && state === "absent") return false;
	return isAssociated(state) ? isConfirmed(sightings) && state !== before : state !== before;
}
function evaluate(sightings, state) {
	if (isAssociated(state)) return isConfirmed(sightings) ? { settled: "associated" } : no;
	if (state === sightings.before && sightings.reads <= staleReads) return no;
	const defeat = findDefeat(state);
	return defeat && isLasting(sightings, state) ? {
		settled: "failed",
		...defeat
	} : no;
}
function isLasting({ moved, absences }, state) {
	if (state === "absent") return moved && absences >= staleReads;
	return state !== "disassociated" || moved;
}
function findDefeat(state) {
	switch (state) {
		case "failed-association": return {
			reason: "association-failed",
			why: "AWS could not associate it"
		};
		case "disassociated":
		case "pending-disassociation":
		case "failed-disassociation": return {
			reason: "association-busy",
			why: "Someone disassociates it meanwhile"
		};
		case "absent": return {
			reason: "association-failed",
			why: "AWS no longer lists it"
		};
		default: return;
	}
}
function judgeUnawaited(state) {
	if (isAssociated(state) || state === "pending-association") return void 0;
	return findDefeat(state) ?? {
		reason: "unknown-state",
		why: "This version does not know the state"
	};
}
// src/apply/wait.ts
const firstPollMs = 2e3;
const longestPollMs = 12e3;
function pollDelay(nth, random) {
	if (nth === 1) return firstPollMs;
	return jitter(Math.min(longestPollMs, firstPollMs * 1.5 ** (nth - 1)), random);
}
async function waitForEndState(associations, since, run) {
	let watched = associations.map((association) => beginWatch(association, run));
	const open = () => watched.filter(({ settlement }) => settlement.settled === "no");
	const failOpen = (failure) => {
		for (const { association } of open()) run.runState.update(association, { failure });
	};
	let trouble = "";
	for (let poll = 1; open().length > 0; poll += 1) {
		const rested = poll === 1 ? run.clock.now() - since : 0;
		const pause = Math.max(0, pollDelay(poll, run.random) - rested);
		await run.clock.sleep(Math.min(pause, run.deadline.remaining()));
		if (run.deadline.remaining() < 1e3) return failOpen(timedOut(open(), run, trouble));
		try {
			const cidrs = await tryRead(run, `read the state of the associations in ${run.region}`);
			if (typeof cidrs === "string") {
				trouble = cidrs || trouble;
				continue;
			}
			trouble = "";
			watched = watched.map((pair) => lookAgain(pair, cidrs, run));
		} catch (error) {
			return failOpen(asFailure(error));
		}
		run.reportProgress();
	}
}
async function tryRead(run, doing) {
	try {
		return await run.snapshot();
	} catch (error) {
		const call = error instanceof Failure ? error.cause : error;
		if (!(call instanceof CallError)) throw error;
		if (!isRetryable(call)) throw error instanceof Failure ? error : toFailure(doing, call, policyIfDenied(call, run));
		if (call.result.code === "TooLate") return "";
		run.log.line(`${run.elapsed()} not read: ${describeResult(call.result)}`);
		return describeResult(call.result);
	}
}
function policyIfDenied({ result: answer }, { region }) {
	return answer.kind === "denied" ? { lines: policyToPaste(applyPolicy(region)) } : {};
}
function beginWatch(association, { runState }) {
	const { before, state, step } = runState.pair(association);
	const settled = step === "keep" && isAssociated(state) ? "associated" : "no";
	return {
		association,
		sightings: emptyHistory(before),
		settlement: { settled }
	};
}
function lookAgain(pair, cidrs, run) {
	if (pair.settlement.settled === "failed") return pair;
	const { association } = pair;
	const { state, statusMessage } = findAssociation(cidrs, association);
	const sightings = addReading(pair.sightings, state);
	const settlement = evaluate(sightings, state);
	record(association, state, statusMessage, run);
	if (settlement.settled === "failed") run.runState.update(association, { failure: failedAssociation(association, settlement, run) });
	return {
		association,
		sightings,
		settlement
	};
}
function record(association, state, statusMessage, { runState, log, elapsed }) {
	const told = runState.pair(association);
	if (told.state !== state || told.statusMessage !== statusMessage) {
		const message = statusMessage === "" ? "" : `: ${statusMessage}`;
		log.line(`${elapsed()} ${associationText(association)} is ${state}${message}`);
	}
	runState.update(association, {
		state,
		statusMessage
	});
}
function failedAssociation(association, { reason, why }, { runState, region }) {
	const { state, statusMessage } = runState.pair(association);
	const message = statusMessage === "" ? " without a status message" : `: ${statusMessage}`;
	return new Failure(reason, `${associationText(association)} in ${region} is ${state}${message}`, { likely: `${why}.` });
}
function timedOut(open, run, trouble) {
	const states = open.map(({ association }) => {
		const { state } = run.runState.pair(association);
		return isAssociated(state) ? `${state} (which no later read has confirmed)` : state;
	});
	const [first] = open;
	const which = open.length === 1 && first ? `${associationText(first.association)} in ${run.region} is` : `${open.length} associations in ${run.region} are`;
	const unread = trouble === "" ? "" : ` (the last read failed: ${trouble})`;
	return new Failure("wait-timeout", `${which} still ${[...new Set(states)].join(", ")} after ${run.deadline.seconds} s${unread}`, { likely: "AWS needs longer than wait-timeout-seconds; it goes on by itself." });
}
// src/apply/associate.ts
const sendsAtMost = 3;
const readsBack = 4;
const longestLookMs = 1e4;
async function associate(association, run) {
	const { before } = run.runState.pair(association);
	const patience = startBackoff(sendsAtMost, run);
	for (let doubtful = false;;) {
		await every_run_confirm(association, run);
		if (isUnderWay(association, run)) return;
		refuseIfMoved(association, run);
		const { state, statusMessage } = run.runState.pair(association);
		const error = await send(association, run);
		if (error === void 0) return;
		const { kind } = error.result;
		doubtful ||= leavesDoubt(error);
		if (doubtful && kind !== "throttled" && kind !== "unsent") {
			run.log.line(`${describeResult(error.result)}; reading back whether EC2 carried it out`);
			const aftermath = await readBack(association, before, run);
			if (aftermath === "carried out") return;
			if (aftermath === "not known") throw toFailure(doing(association, run), error);
		} else {
			run.runState.update(association, {
				state,
				statusMessage
			});
			if (kind === "rejected" && await isAlreadyDone(association, error, run)) return;
		}
		await withFailureContext(doing(association, run), patience.wait(error), () => policyIfDenied(error, run));
		await run.writeLimiter.acquire();
		if (run.deadline.remaining() < 1e3) throw toFailure(doing(association, run), error);
	}
}
function refuseIfMoved(association, { runState, region }) {
	const { state, statusMessage } = runState.pair(association);
	const { step, why, refusal } = decideStep({
		asn: association.asn,
		state,
		statusMessage
	});
	if (step !== "refuse") return;
	const text = `${associationText(association)} in ${region} has moved since the plan: ${why}`;
	throw new Failure(refusal ?? "unknown-state", text);
}
function isUnderWay(association, { runState }) {
	const { state } = runState.pair(association);
	return state === "pending-association" || isAssociated(state);
}
async function isAlreadyDone(association, error, run) {
	const needless = await look(association, run) && await every_run_confirm(association, run) && isUnderWay(association, run);
	if (needless) run.log.line(`${describeResult(error.result)}; it is under way without this call`);
	return needless;
}
async function every_run_confirm(association, run) {
	const { before, state } = run.runState.pair(association);
	if (!hasEnded(before) || !isAssociated(state)) return true;
	await run.clock.sleep(Math.min(pollDelay(1, run.random), run.deadline.remaining()));
	return look(association, run);
}
async function look(association, run) {
	const read = tryRead(run, doing(association, run)).catch((thrown) => {
		if (thrown instanceof Failure && thrown.reason !== "cancelled") return "";
		throw thrown;
	});
	const cidrs = await Promise.race([read, run.clock.sleep(longestLookMs).then(() => "")]);
	if (typeof cidrs === "string") return false;
	const { state, statusMessage } = findAssociation(cidrs, association);
	record(association, state, statusMessage, run);
	return true;
}
async function send(association, run) {
	const { state: known, statusMessage: told } = run.runState.pair(association);
	run.runState.update(association, {
		state: "unknown",
		statusMessage: ""
	});
	try {
		const call = run.ec2.associate(association);
		const { state, statusMessage, requestId } = await withRateLimiter(run.writeLimiter, call);
		const id = requestId && ` (request id ${requestId})`;
		const message = statusMessage && `: ${statusMessage}`;
		const answer = `${associationText(association)}: ${state}${message}${id}`;
		run.log.line(`${run.elapsed()} EC2 accepted ${answer}`);
		run.runState.update(association, {
			changed: true,
			requestId,
			state,
			statusMessage
		});
		return;
	} catch (error) {
		if (error instanceof Failure && error.cause instanceof CallError) run.runState.update(association, {
			state: known,
			statusMessage: told
		});
		if (!(error instanceof CallError)) throw error;
		run.runState.update(association, { requestId: error.result.requestId ?? "" });
		return error;
	}
}
async function readBack(association, before, run) {
	let aftermath = "not known";
	let sightings = emptyHistory(before);
	for (let read = 1; read <= readsBack || aftermath === "seen once"; read += 1) {
		await run.clock.sleep(Math.min(pollDelay(read, run.random), run.deadline.remaining()));
		if (run.deadline.remaining() < 1e3) return "not known";
		const cidrs = await tryRead(run, `read back what came of the call to ${doing(association, run)}`);
		if (typeof cidrs === "string") {
			aftermath = "not known";
			continue;
		}
		const { state, statusMessage } = findAssociation(cidrs, association);
		sightings = addReading(sightings, state);
		aftermath = classifyReadBack(state, sightings);
		if (aftermath === "not known" || aftermath === "seen once") continue;
		if (aftermath !== "nothing" || read >= readsBack) record(association, state, statusMessage, run);
		if (aftermath === "carried out") {
			run.runState.update(association, { changed: true });
			return aftermath;
		}
		if (aftermath === "moved elsewhere") throw conflictingState(association, state, run.region);
	}
	return aftermath === "nothing" ? aftermath : "not known";
}
function classifyReadBack(state, sightings) {
	if (state === "unknown") return "not known";
	if (state === sightings.before || state === "absent") return "nothing";
	if (isAssociated(state)) return isConfirmed(sightings) ? "carried out" : "seen once";
	return state === "pending-association" || state === "failed-association" ? "carried out" : "moved elsewhere";
}
function conflictingState(association, state, region) {
	return new Failure(state.endsWith("disassociation") || state === "disassociated" ? "association-busy" : "unknown-state", `After a lost answer ${associationText(association)} in ${region} is ${state}`);
}
function doing(association, { region }) {
	return `associate ${associationText(association)} in ${region}`;
}
// src/apply/apply-target.ts
const callsAtOnce = 8;
async function applyTarget(changes, until, plainRun) {
	const run = recordIdlePairs(changes, plainRun);
	const started = run.clock.now();
	const writes = changes.filter(({ step }) => step === "associate");
	const byCidr = Map.groupBy(writes, ({ association }) => association.cidr);
	const tooLate = notStarted(run);
	await forEachConcurrent([...byCidr.values()], callsAtOnce, async (ofCidr) => {
		for (const { association } of ofCidr) await startAssociation(association, tooLate, run);
	});
	const begun = changes.filter(({ step, association }) => {
		const { changed, failure } = run.runState.pair(association);
		return !failure && (step === "keep" || changed || isUnderWay(association, run));
	});
	if (until === "accepted") {
		for (const { association } of begun) failIfDefeated(association, run);
		return;
	}
	const associations = begun.map(({ association }) => association);
	return () => waitForEndState(associations, started, run);
}
function recordIdlePairs(changes, run) {
	const snapshot = async () => {
		const cidrs = await run.snapshot();
		const idle = changes.filter(({ association }) => isIdle(run.runState.pair(association)));
		for (const { association } of idle) {
			const { state, statusMessage } = findAssociation(cidrs, association);
			record(association, state, statusMessage, run);
		}
		return cidrs;
	};
	return {
		...run,
		snapshot
	};
}
function isIdle({ step, state, changed, failure }) {
	if (step === "keep") return true;
	return step === "associate" && state !== "unknown" && !changed && !failure;
}
async function startAssociation(association, tooLate, run) {
	try {
		if (!mayStart(tooLate, run)) return;
		await run.writeLimiter.acquire();
		if (!mayStart(tooLate, run)) return;
		await associate(association, run);
	} catch (error) {
		run.runState.update(association, { failure: asFailure(error) });
	}
}
function mayStart(tooLate, run) {
	if (!run.mayStart()) return false;
	if (run.deadline.remaining() < 1e3) throw tooLate;
	return true;
}
function notStarted({ deadline }) {
	return new Failure("wait-timeout", `The deadline of ${deadline.seconds} s left no time to start it`, { next: "Run the whole workflow again with a longer wait-timeout-seconds; what is there is kept." });
}
function failIfDefeated(association, run) {
	const defeat = judgeUnawaited(run.runState.pair(association).state);
	if (!defeat) return;
	run.runState.update(association, { failure: failedAssociation(association, defeat, run) });
}
// src/apply/dry-run.ts
async function dryRunTarget(changes, permissionCheck, run) {
	const writes = changes.filter(({ step }) => step === "associate");
	const [first] = writes;
	if (!first) return;
	try {
		const evidence = permissionCheck === "ask" ? await ask(first.association, run) : notAsked;
		run.log.line(`${evidence.grade}: ${evidence.text}`);
		for (const { association } of writes) {
			const gathered = run.runState.pair(association).evidence;
			run.runState.update(association, { evidence: [...gathered, evidence] });
		}
	} catch (error) {
		const failure = asFailure(error);
		for (const { association } of writes) run.runState.update(association, { failure });
	}
}
const notAsked = {
	grade: "not asked",
	text: "permission-check is false: EC2 was not asked whether the role may associate"
};
async function ask(association, run) {
	try {
		const { verdict, requestId } = await retry(async () => {
			await run.writeLimiter.acquire();
			return withRateLimiter(run.writeLimiter, run.ec2.dryRunAssociate(association));
		}, run);
		if (verdict === "ignored") throw ignoredDryRun(association, run);
		return {
			grade: "proven",
			text: `EC2 DryRun: the role may associate${requestId === "" ? "" : ` (request id ${requestId})`}`
		};
	} catch (error) {
		throw error instanceof CallError ? refusedDryRun(association, error, run) : error;
	}
}
function ignoredDryRun(association, { runState, region }) {
	runState.update(association, {
		state: "unknown",
		statusMessage: ""
	});
	return new Failure("service-error", `EC2 answered the DryRun for ${associationText(association)} in ${region} with success instead of DryRunOperation`, {
		likely: "An endpoint that ignores DryRun; AWS does not. It may have carried out the call.",
		next: "Look at the association in AWS now, and check the AWS_ENDPOINT_URL variables."
	});
}
function refusedDryRun(association, error, { region }) {
	const doing = `get EC2's permission to associate ${associationText(association)} in ${region}`;
	if (error.result.kind !== "denied") return toFailure(doing, error);
	return toFailure(doing, error, {
		reason: "not-permitted",
		lines: policyToPaste(applyPolicy(region))
	});
}
// src/apply/progress.ts
const quietMs = 3e4;
function startProgress(runState, { log, clock }, elapsed) {
	let told = "";
	let toldAt = clock.now();
	return () => {
		const pairs = runState.pairs();
		if (pairs.length < 2) return;
		const text = progressText(pairs);
		if (text === told && clock.now() - toldAt < quietMs) return;
		told = text;
		toldAt = clock.now();
		log.line(`${text}, ${elapsed()}`);
	};
}
function progressText(pairs) {
	const associated = pairs.filter(({ state }) => isAssociated(state)).length;
	const pending = pairs.filter(({ state, failure }) => !failure && state === "pending-association");
	const failed = pairs.filter(({ failure }) => failure).length;
	return [
		`${associated} of ${pairs.length} associated`,
		`${pending.length} pending`,
		...failed > 0 ? [`${failed} failed`] : []
	].join(", ");
}
// src/config/load.ts
async function readDesired(source, policy, readFile) {
	if (source.form === "inputs") return [source.target];
	const text = readFile(source.path);
	const { parseConfig } = await Promise.all(/* import() */[__nccwpck_require__.e(60), __nccwpck_require__.e(7)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7));
	const { targets, problems, count } = parseConfig(text, source.path, policy);
	if (problems) throw new Failure("invalid-input", countProblems(count, source.path), { problems });
	return pickTargets(targets, source.only);
}
function pickTargets(targets, only) {
	const names = new Set(targets.map(({ name }) => name));
	const unknown = only.filter((name) => !names.has(name));
	if (unknown.length > 0) {
		const known = [...names].slice(0, 20).join(", ");
		throw new Failure("invalid-input", `target: the file has no target ${unknown.map(quotedText).join(", ")}; it has ${known}${names.size > 20 ? ", ..." : ""}`);
	}
	return only.length === 0 ? targets : targets.filter(({ name }) => only.includes(name));
}
function countProblems(count, path) {
	return count === 1 ? `${path} has 1 problem` : `${path} has ${count} problems`;
}
// src/lib/deadline.ts
function startDeadline(clock, seconds) {
	const end = clock.now() + seconds * 1e3;
	return {
		seconds,
		remaining: () => Math.max(0, end - clock.now())
	};
}
// src/observe/describe.ts
async function observe(ec2, pace, world) {
	const [cidrs, asns] = await Promise.all([describeCidrs(ec2, pace, world), describeAsns(ec2, world)]);
	return {
		cidrs,
		asns
	};
}
async function describeCidrs(ec2, pace, world) {
	return (await allPages((nextToken) => retry(async () => {
		await pace.acquire();
		return withRateLimiter(pace, ec2.describeByoipCidrs(nextToken));
	}, world))).map((item) => {
		const cidr = shownCidr(item.Cidr);
		return {
			cidr,
			state: normalizeState(item.State),
			statusMessage: normalizeMessage(item.StatusMessage),
			advertisementType: item.AdvertisementType ?? "",
			associations: (item.AsnAssociations ?? []).map((association) => ({
				asn: asnIn(cidr, association),
				state: normalizeState(association.State),
				statusMessage: normalizeMessage(association.StatusMessage)
			}))
		};
	});
}
function asnIn(cidr, { Asn, Cidr }) {
	const named = shownCidr(Cidr || cidr);
	return named === cidr ? shownAsn(Asn) : `${shownAsn(Asn)} of ${named}`;
}
const asnPatienceSeconds = 10;
async function describeAsns(ec2, world) {
	const seconds = Math.min(asnPatienceSeconds, world.deadline.remaining() / 1e3);
	const deadline = startDeadline(world.clock, seconds);
	try {
		const patient = {
			...world,
			deadline
		};
		return (await allPages((nextToken) => retry(() => callWithin(patient, () => ec2.describeIpamByoasn(nextToken)), patient))).map(({ Asn, State, StatusMessage }) => ({
			asn: shownAsn(Asn),
			state: normalizeState(State),
			statusMessage: normalizeMessage(StatusMessage)
		}));
	} catch (error) {
		if (error instanceof CallError) return { unread: describeResult(error.result) };
		throw error;
	}
}
async function allPages(read) {
	const items = [];
	const tokens = new Set();
	for (let token;;) {
		const page = await read(token);
		for (const item of page.items) items.push(item);
		token = page.nextToken;
		if (token === void 0) return items;
		if (tokens.has(token)) throw unreadableError("the listing repeats its NextToken");
		tokens.add(token);
	}
}
// src/observe/shared-read.ts
function shareReads(read) {
	let last = Promise.resolve();
	let next;
	const begin = () => {
		const snapshot = read();
		last = snapshot;
		next = void 0;
		return snapshot;
	};
	return () => {
		next ??= last.then(begin, begin);
		return next;
	};
}
// src/observe/connect-target.ts
async function connectTarget(target, inputs, world, tellAccount) {
	const { region } = target;
	const role = inputs.role && fillRole(inputs.role, target);
	const connection = await withFailureContext("get AWS credentials", world.connect({
		region,
		role
	}, world));
	const calls = {
		...world,
		renew: connection.renew
	};
	world.log.line(role ? `assumed ${role.arn}` : "the credential chain has credentials");
	if (connection.accountId !== void 0) tellAccount(connection.accountId);
	const guarded = await guardAccount(target, inputs, connection, calls, tellAccount);
	const pace = createRateLimiter(rates.describeByoipCidrs, world.clock);
	const [accountId, observed] = await Promise.all([guarded ?? askAccount(inputs, connection, calls), withFailureContext(`read the BYOIP CIDRs of ${region}`, observe(connection.ec2, pace, calls), ({ kind }) => kind === "denied" ? { lines: policyToPaste(policyOf(inputs, region)) } : {})]);
	return {
		target: {
			...target,
			accountId
		},
		connection,
		observed,
		snapshot: shareReads(() => describeCidrs(connection.ec2, pace, calls))
	};
}
function policyOf({ mode, permissionCheck }, region) {
	return mode === "plan" && permissionCheck === "skip" ? planPolicy(region) : applyPolicy(region);
}
async function guardAccount({ accountId: named, region }, { allowedAccountIds: allowed }, connection, world, tellAccount) {
	if (named === void 0 && allowed.length === 0) return void 0;
	const accountId = await withFailureContext(`ask STS in ${region} which account the credentials belong to`, retry(connection.callerAccountId, world));
	tellAccount(accountId);
	if (named !== void 0 && accountId !== named) throw notAllowed(accountId, `the target is in ${named}`);
	if (allowed.length > 0 && !allowed.includes(accountId)) throw notAllowed(accountId, `allowed-account-ids names ${allowed.join(", ")}`);
	world.log.line(`account ${accountId} is allowed`);
	return accountId;
}
function notAllowed(accountId, rule) {
	return new Failure("account-not-allowed", `The credentials belong to account ${accountId}, and ${rule}`);
}
async function askAccount({ mode, expectedPlan }, { accountId, expires, callerAccountId }, world) {
	if (accountId !== void 0 || !(mode === "plan" || expectedPlan !== void 0 || expires)) return accountId;
	try {
		return await withFailureContext("ask STS which account the credentials belong to", retry(callerAccountId, world));
	} catch (error) {
		const failure = asFailure(error);
		if (expectedPlan !== void 0 || isOfTheRun(failure)) throw failure;
		world.log.line(`the plan has no digest: ${failure.message}`);
		return;
	}
}
function isOfTheRun({ reason }) {
	return reason === "cancelled" || reason === "internal-error";
}
// src/outcome/conclude.ts
function conclude(pairs, manner) {
	if (pairs.some(({ failure }) => failure)) return summarizeFailures(pairs, manner);
	return manner.mode === "plan" ? reasonOfPlan(pairs, manner) : reasonOfApply(pairs, manner);
}
function stopAtFailures(pairs, manner) {
	if (pairs.some(({ failure }) => failure)) throw summarizeFailures(pairs, manner);
}
function reasonOfPlan(pairs, manner) {
	const writes = pairs.some(({ step }) => step === "associate");
	if (manner.source.form === "file") return writes ? "planned" : "no-changes";
	if (writes) return manner.permissionCheck === "ask" ? "dry-run-permitted" : "dry-run-unchecked";
	return pairs.some(({ step }) => step === "wait") ? "already-pending" : "already-associated";
}
function reasonOfApply(pairs, { until, source }) {
	const kept = source.form === "file" ? "no-changes" : "already-associated";
	if (pairs.every(({ step }) => step === "keep")) return kept;
	if (until === "accepted") {
		if (pairs.some(({ changed }) => changed)) return "accepted";
		return pairs.every(({ state }) => isAssociated(state)) ? kept : "already-pending";
	}
	return source.form === "file" ? "applied" : "associated";
}
function summarizeFailures(pairs, { mode, source }) {
	const failed = Map.groupBy(pairs, ({ failure }) => failure);
	failed.delete(void 0);
	const [[first, firstPairs] = []] = [...failed];
	if (!first || !firstPairs) throw new Error("nothing has failed");
	if (source.form === "inputs") return first;
	const made = pairs.some((pair) => pair.changed && !pair.failure);
	const alone = failed.size === 1 && !made;
	return new Failure(made ? "partly-applied" : first.reason, messageOf(pairs, mode), {
		lines: linesOf(failed, alone),
		...alone && first.likely !== void 0 ? { likely: first.likely } : {},
		...made ? {} : { next: first.next },
		cause: first
	});
}
function messageOf(pairs, mode) {
	const ends = pairs.map((pair) => statusOf(pair, mode));
	const count = (wanted) => ends.filter((end) => end === wanted).length;
	const told = [
		[count("associated"), "associated"],
		[count("kept"), "unchanged"],
		[count("pending"), "pending"],
		[count("skipped"), "skipped"]
	].filter(([number]) => number > 0).map((other) => other.join(" "));
	const failed = `${count("failed")} of ${countAssociations(pairs.length)} failed`;
	return told.length === 0 ? failed : `${failed}; ${told.join(", ")}`;
}
function linesOf(failed, alone) {
	const told = new Set();
	return [...failed].flatMap(([failure, pairs]) => {
		if (!failure) return [];
		const likely = alone || failure.likely === void 0 ? [] : [`likely: ${failure.likely}`];
		const details = [...failure.lines, ...likely].map((line) => `  ${line}`);
		const all = details.join("\n");
		const shown = told.has(all) ? [] : details;
		told.add(all);
		return [headOf(failure, pairs), ...shown];
	});
}
function headOf(failure, pairs) {
	const [pair, another] = pairs;
	const where = pair ? `${pair.target.name}: ` : "";
	const which = pair && !another ? associationText(pair.association) : countAssociations(pairs.length);
	return `${where}${failure.reason}: ${failure.message} (${which})`;
}
// src/outcome/run-state.ts
function createRunState() {
	let run = {
		inputs: void 0,
		plan: void 0
	};
	let pairs = new Map();
	let failed = false;
	const key = ({ asn, cidr }) => `${cidr} ${asn}`;
	const pair = (association) => {
		const known = pairs.get(key(association));
		if (!known) throw new Error(`${key(association)} is not desired`);
		return known;
	};
	const learn = (association, facts) => {
		pairs.set(key(association), {
			...pair(association),
			...facts
		});
		failed ||= facts.failure !== void 0;
	};
	return {
		start: (inputs) => {
			run = {
				...run,
				inputs
			};
		},
		declare: (targets) => {
			for (const target of targets) for (const association of target.associations) {
				const known = pairs.get(key(association)) ?? emptyPair(association);
				pairs.set(key(association), {
					...known,
					target,
					association
				});
			}
		},
		plan: (plan) => {
			run = {
				...run,
				plan
			};
			const known = pairs;
			pairs = new Map();
			for (const { refusal: _, ...change } of plan.changes) {
				const at = key(change.association);
				const { requestId, changed, failure } = known.get(at) ?? emptyPair(change.association);
				pairs.set(at, {
					...change,
					state: change.before,
					requestId,
					changed,
					failure
				});
			}
		},
		update: learn,
		pair,
		pairs: () => [...pairs.values()],
		hasFailed: () => failed,
		finish: (ending) => {
			const failure = typeof ending === "string" ? void 0 : ending;
			const reason = typeof ending === "string" ? ending : ending.reason;
			const { ending: end } = reasons[reason];
			return {
				...run,
				reason,
				ending: end,
				failure,
				pairs: [...pairs.values()].map(withoutCancellation)
			};
		}
	};
}
function withoutCancellation(pair) {
	return pair.failure?.reason === "cancelled" ? {
		...pair,
		failure: void 0
	} : pair;
}
function emptyPair(association) {
	return {
		association,
		step: void 0,
		why: "",
		before: "unknown",
		state: "unknown",
		statusMessage: "",
		changed: false,
		requestId: "",
		evidence: [],
		failure: void 0
	};
}
// src/plan/differences.ts
function findDifferences(approved, { changes }) {
	const now = changes.map(asApproved);
	const byPair = new Map(now.map((change) => [pairOf(change), change]));
	const before = new Set(approved.map(pairOf));
	const added = now.filter((change) => !before.has(pairOf(change)) && isWrite(change));
	const gone = approved.filter((change) => !byPair.has(pairOf(change)) && isWrite(change));
	const renumbered = gone.flatMap((old) => {
		const other = added.find(({ cidr }) => cidr === old.cidr);
		return other ? [[old, other]] : [];
	});
	const paired = new Set(renumbered.flat());
	return [
		...approved.flatMap((old) => {
			const change = byPair.get(pairOf(old));
			return change && (isWrite(old) || isWrite(change)) ? movesOf(old, change) : [];
		}),
		...renumbered.flatMap(([old, other]) => movesOf(old, other)),
		...gone.filter((old) => !paired.has(old)).map((old) => `${nameOf(old)}: not in the plan now`),
		...added.filter((change) => !paired.has(change)).map((change) => `${nameOf(change)}: not in the approved plan; AWS shows it as ${change.state} now`)
	];
}
function asApproved({ target, association, before, step }) {
	return {
		target: target.name,
		accountId: target.accountId ?? "",
		region: target.region,
		asn: association.asn,
		cidr: association.cidr,
		state: before,
		step
	};
}
const decisive = [
	"accountId",
	"region",
	"asn",
	"step",
	"state"
];
const names = {
	accountId: "account",
	region: "Region",
	asn: "ASN",
	step: "step",
	state: "state"
};
function movesOf(old, change) {
	const moved = decisive.filter((field) => old[field] !== change[field]);
	if (moved.length === 0) return [];
	const fields = moved.map((field) => `${names[field]} moved from ${old[field]} to ${change[field]}`);
	return [`${nameOf(old)}: ${fields.join(", ")}`];
}
function isWrite({ step }) {
	return step === "associate";
}
function pairOf({ cidr, asn }) {
	return `${cidr} ${asn}`;
}
function nameOf({ target: name, ...change }) {
	return `${associationText(change)} in ${targetText({
		name,
		...change
	})}`;
}
// src/plan/check.ts
const shownAtMost = 20;
function checkPlan(plan, limits) {
	const refusals = [
		refusePairs(plan, limits),
		refuseOtherPlan(plan, limits),
		refuseTooMany(plan, limits)
	].filter((refusal) => refusal !== void 0);
	const [first] = refusals;
	if (!first) return;
	throw new Failure(first.reason, refusals.map(({ message }) => message).join(". "), {
		lines: refusals.flatMap(({ lines }) => lines),
		problems: refusals.flatMap(({ problems }) => problems)
	});
}
function refusePairs({ changes }, { form }) {
	const refused = changes.filter(({ step }) => step === "refuse");
	const [first] = refused;
	if (!first?.refusal) return void 0;
	if (form === "inputs") {
		const { association, target, why, refusal } = first;
		return {
			reason: refusal,
			message: `Refused in ${target.region}: ${associationText(association)}: ${why}`,
			lines: [],
			problems: []
		};
	}
	return {
		reason: "refused",
		message: `Refused, so nothing is written: ${refused.length} of ${countAssociations(changes.length)}`,
		lines: [],
		problems: refused.flatMap(problemOf)
	};
}
function problemOf({ target, association, refusal, why }) {
	const { place } = association;
	if (!place) return [];
	return [{
		place,
		path: `${target.name}: ${associationText(association)}`,
		text: `${refusal}: ${why}`
	}];
}
function refuseOtherPlan(plan, { expectedPlan, approvedChanges }) {
	if (expectedPlan === void 0 || plan.digest === expectedPlan || !hasChanges(plan)) return;
	const lines = approvedChanges ? findDifferences(approvedChanges, plan) : changesNow(plan);
	return {
		reason: "plan-changed",
		message: `The plan is not the one that was approved: expected ${expectedPlan}, and it is ${plan.digest ?? "without a digest"} now`,
		lines,
		problems: []
	};
}
function changesNow({ changes }) {
	const toCreate = changes.filter(({ step }) => step === "associate");
	const shown = toCreate.slice(0, shownAtMost);
	const more = toCreate.length - shown.length;
	return [
		"A digest does not say what moved: pass the output plan as expected-plan, and every field that moved is named. The plan would now create:",
		...shown.map(({ association, target, before }) => `${associationText(association)} in ${targetText(target)}: AWS shows it as ${before}`),
		...more > 0 ? [`and ${more} more`] : []
	];
}
function refuseTooMany({ changes }, { maxChanges }) {
	const { associate } = countSteps(changes);
	if (maxChanges === void 0 || associate <= maxChanges) return void 0;
	return {
		reason: "too-many-changes",
		message: `The plan would write ${countAssociations(associate)}, and max-changes allows ${maxChanges}`,
		lines: [],
		problems: []
	};
}
// src/run.ts
async function run(world) {
	const runState = createRunState();
	const end = new AbortController();
	const cancelled = AbortSignal.any([world.cancelled, end.signal]);
	const ending = await untilAborted(cancelled, runPipeline({
		...world,
		cancelled,
		clock: clockUntil(cancelled, world.clock)
	}, runState)).catch(asFailure);
	end.abort(new Failure("cancelled", "The run has ended"));
	world.log.close();
	return runState.finish(ending);
}
async function runPipeline(world, runState) {
	const { log, clock } = world;
	const started = clock.now();
	const inputs = readInputs(world.readInput, world.env, world.workspace);
	runState.start(inputs);
	const targets = await readDesired(inputs.source, inputs, world.readFile);
	runState.declare(targets);
	log.group("Inputs");
	log.lines(inputLines(inputs, targets));
	log.group("Credentials");
	const bounds = {
		...world,
		deadline: startDeadline(clock, inputs.waitTimeoutSeconds)
	};
	const reached = await connectTargets(targets, inputs, bounds, runState);
	if (reached === "deprived") return "fork-no-credentials";
	stopAtFailures(runState.pairs(), inputs);
	const plan = makePlan(reached, inputs);
	runState.plan(plan);
	for (const { title, lines } of planGroups(plan)) {
		log.group(title);
		log.lines(lines);
	}
	checkPlan(plan, {
		...inputs,
		form: inputs.source.form
	});
	log.group(inputs.mode === "plan" ? "Dry run" : "Apply");
	const elapsed = () => elapsedText(clock.now() - started);
	const tellProgress = startProgress(runState, bounds, elapsed);
	const changesOf = Map.groupBy(plan.changes, ({ target }) => target.name);
	await forEachConcurrent(reached, inputs.concurrency, (place, isStopping) => applyOrDryRun(changesOf.get(place.target.name) ?? [], inputs, {
		...withLogPrefix(bounds, place.target, targets),
		ec2: place.connection.ec2,
		renew: place.connection.renew,
		snapshot: place.snapshot,
		writeLimiter: createRateLimiter(rates.associateIpamByoasn, clock),
		runState,
		region: place.target.region,
		mayStart: () => !isStopping() && !world.cancelled.aborted && (inputs.onFailure === "go on" || !runState.hasFailed()),
		reportProgress: tellProgress,
		elapsed
	}));
	return conclude(runState.pairs(), inputs);
}
async function connectTargets(targets, inputs, world, runState) {
	const reached = new Map();
	let deprived;
	await forEachConcurrent(targets, inputs.concurrency, async (target) => {
		if (deprived) return;
		try {
			const tellAccount = (accountId) => runState.declare([{
				...target,
				accountId: target.accountId ?? accountId
			}]);
			const place = await connectTarget(target, inputs, withLogPrefix(world, target, targets), tellAccount);
			reached.set(target.name, place);
		} catch (error) {
			const failure = asFailure(error);
			if (expectsNoCredentials(failure, inputs, world.github)) deprived = failure;
			for (const association of target.associations) runState.update(association, { failure });
		}
	});
	if (!deprived) return targets.flatMap(({ name }) => reached.get(name) ?? []);
	for (const { association } of runState.pairs()) runState.update(association, { failure: void 0 });
	world.log.notice(`${deprived.message}. What is desired was checked offline; AWS was not asked.`);
	return "deprived";
}
function expectsNoCredentials({ reason }, { mode, role }, github) {
	if (!github || mode === "apply" || reason !== "no-credentials") return false;
	return github.trigger !== "repository" && !(role && github.idToken);
}
async function applyOrDryRun(changes, inputs, run) {
	if (inputs.mode === "apply") return applyTarget(changes, inputs.until, run);
	await dryRunTarget(changes, inputs.permissionCheck, run);
}
function withLogPrefix(world, { name }, targets) {
	if (targets.length === 1) return world;
	const line = (text) => world.log.line(`${name}: ${text}`);
	return {
		...world,
		log: {
			...world.log,
			line
		}
	};
}
// src/action/log.ts
function openLog(redact) {
	let grouped = false;
	const close = () => {
		if (grouped) (0,dependencies.sn)();
		grouped = false;
	};
	return {
		close,
		group: (title) => {
			close();
			(0,dependencies.hn)(plainLine(redact(title)));
			grouped = true;
		},
		line: (text) => (0,dependencies.un)(logLine(redact(text))),
		lines: (texts) => {
			if (texts.length > 0) (0,dependencies.un)(texts.map((text) => logLine(redact(text))).join("\n"));
		},
		notice: (text) => (0,dependencies.dn)(plainLine(redact(text))),
		warning: (text) => (0,dependencies.gn)(plainLine(redact(text)))
	};
}
// src/config/read-file.ts
const largestBytes = 1048576;
function readConfigFile(path, named) {
	try {
		const found = (0,external_node_fs_.statSync)(path);
		if (!found.isFile()) throw refusePath(named, "is not a file");
		const { size } = found;
		if (size > largestBytes) throw refusePath(named, `has ${size} bytes, and at most ${largestBytes} are read`);
		return new TextDecoder("utf-8", { fatal: true }).decode((0,external_node_fs_.readFileSync)(path));
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw refusePath(named, error instanceof TypeError ? "is not UTF-8" : `cannot be read: ${error}`);
	}
}
function refusePath(named, problem, details = {}) {
	return new Failure("invalid-input", `config: ${quotedText(named)} ${problem}`, details);
}
// src/action/workspace-file.ts
const fromRoot = "Give the path of a file in the workspace, from its root.";
const checkOut = "Check out the repository first (actions/checkout), and give the path from its root.";
function readWorkspaceFile(workspace, path) {
	const real = realPath((0,external_node_path_.resolve)(workspace, path));
	if (real === void 0) throw refusePath(path, "does not exist in the workspace", { next: checkOut });
	if (leaves(workspace, (0,external_node_path_.resolve)(workspace, path)) || leaves(realPath(workspace) ?? workspace, real)) throw refusePath(path, "leads out of the workspace", { next: fromRoot });
	return readConfigFile(real, path);
}
function isInNestedCheckout(workspace, path) {
	const folders = path.split("/").slice(0, -1);
	return folders.some((_, index) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, ...folders.slice(0, index + 1), ".git")));
}
function leaves(folder, path) {
	const inside = (0,external_node_path_.relative)(folder, path);
	return inside === ".." || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside);
}
function realPath(path) {
	try {
		return (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(path));
	} catch {
		return;
	}
}
// src/action/main.ts
const longestLine = 12e3;
function setUpProxies({ mask }) {
	const proxies = readProxies(process.env);
	for (const secret of proxies.secrets) mask(secret);
	for (const [name, value] of Object.entries(proxies.variables)) {
		process.env[name] = value;
		process.env[name.toUpperCase()] = value;
	}
	return proxies;
}
function workspaceFolder() {
	return process.env.GITHUB_WORKSPACE || process.cwd();
}
function buildWorld(cancelled, log, event, proxies, { mask }) {
	const workspace = workspaceFolder();
	return {
		readInput: (name) => (0,dependencies.ln)(name),
		workspace,
		readFile: (path) => readWorkspaceFile(workspace, path),
		env: process.env,
		github: readGitHubRun(process.env, event),
		clock: systemClock(cancelled),
		random: Math.random,
		cancelled,
		log,
		mask,
		connect: connectVia(openTransport(proxies))
	};
}
function readEvent(path) {
	try {
		return path ? parseJson((0,external_node_fs_.readFileSync)(path, "utf8")) : void 0;
	} catch {
		return;
	}
}
async function report(outcome, event, log, cancelled) {
	const links = linksOf(outcome, event);
	const summary = parseBoolean((0,dependencies.ln)("summary")).value !== false;
	await attempt(() => logEnding(outcome, log), (problem) => log.warning(`The ending could not be logged: ${problem}`));
	await attempt(() => setOutputs(outcome, log), (problem) => failForOutputs(problem, outcome));
	await attempt(() => summary ? writeSummary(outcome, links) : void 0, (problem) => log.warning(`The job summary could not be written: ${problem}`));
	await attempt(() => writeComment(outcome, event, links, log, startGrace(cancelled)), (problem) => log.warning(`No comment: ${problem}`));
}
async function attempt(write, onLoss) {
	try {
		await write();
	} catch (error) {
		onLoss(error instanceof Failure ? error.message : String(error));
	}
}
function logEnding(outcome, log) {
	log.lines(defectLines(outcome));
	if (outcome.failure) fail(outcome.failure, log);
	else log.lines(endingLines(outcome));
}
function setOutputs(outcome, log) {
	const outputs = {
		...formatOutputs(outcome),
		"plan-path": keepPlan(outcome, log)
	};
	for (const [name, value] of Object.entries(outputs)) (0,dependencies.pn)(name, value);
	const left = targetsLeftOut(outcome);
	if (left > 0) log.warning(`The matrix output lacks ${left} targets: GitHub starts 256 jobs of one.`);
	if (!outcome.failure) process.exitCode = 0;
}
async function writeSummary(outcome, links) {
	await dependencies._n.addRaw(formatSummary(outcome, links)).write();
}
function failForOutputs(problem, { reason }) {
	const lines = [
		`The outputs could not be written, so the step fails: ${problem}`,
		`The run itself ended with ${reason}, and what it did stands.`,
		"Likely cause: The disk of the runner is full, or the file that GITHUB_OUTPUT names is gone or cannot be written.",
		"Next step: Make the file writable, then run again: it reads the state first and repeats nothing that is there."
	];
	(0,dependencies.fn)(lines.map((line) => truncate(plainLine(line), longestLine)).join("\n"));
}
function linksOf({ inputs }, event) {
	const links = readLinks(process.env, event);
	const path = inputs?.source.form === "file" ? inputs.source.path : "";
	return isInNestedCheckout(workspaceFolder(), path) ? {
		...links,
		files: void 0
	} : links;
}
function keepPlan({ plan, inputs }, log) {
	if (!plan || inputs?.source.form !== "file") return "";
	try {
		const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), "byoasn-"));
		(0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, "plan.json"), `${formatPlan(plan)}\n`);
		return (0,external_node_path_.join)(folder, "plan.json");
	} catch (error) {
		log.warning(`The plan could not be written to a file: ${String(error)}`);
		return "";
	}
}
async function writeComment(outcome, event, links, log, cancelled) {
	const { inputs } = outcome;
	if (!inputs?.comment) return;
	const { commentOnPlan } = await Promise.all(/* import() */[__nccwpck_require__.e(60), __nccwpck_require__.e(815)]).then(__nccwpck_require__.bind(__nccwpck_require__, 815));
	const clock = systemClock(cancelled);
	const world = {
		env: process.env,
		event,
		links,
		cancelled,
		clock,
		random: Math.random,
		log
	};
	await commentOnPlan(outcome, inputs, inputs.comment, world);
}
function fail(failure, log) {
	const { problems } = failure;
	for (const problem of problems.slice(0, 9)) {
		const { file, line: startLine, column: startColumn } = problem.place;
		(0,dependencies.cn)(truncate(plainLine(entryText(problem)), longestLine), {
			file,
			startLine,
			startColumn
		});
	}
	log.lines(problemLines(problems.slice(9)));
	(0,dependencies.fn)(failureLines(failure).map((line) => truncate(plainLine(line), longestLine)).join("\n"));
	(0,dependencies.on)(inspectLines(failure).map(plainLine).join("\n"));
}
async function runAndReport(secrets) {
	process.exitCode = 1;
	const log = openLog(secrets.redact);
	const warnOfDefect = (error) => {
		log.warning(`Another error while the run was ending: ${asFailure(error).message}`);
		log.lines(inspectLines(error));
	};
	const cancelled = cancelOnSignals(warnOfDefect);
	if (process.env.RUNNER_ENVIRONMENT === "github-hosted") process.env.AWS_EC2_METADATA_DISABLED ??= "true";
	secrets.mask((0,dependencies.ln)("github-token"));
	const proxies = setUpProxies(secrets);
	for (const text of proxies.warnings) log.warning(text);
	const event = readEvent(process.env.GITHUB_EVENT_PATH);
	const outcome = await run(buildWorld(cancelled, log, event, proxies.variables, secrets));
	cancelled.addEventListener("abort", () => {
		if (asFailure(cancelled.reason).reason === "internal-error") warnOfDefect(cancelled.reason);
	});
	await report(redactOutcome(outcome, secrets.redact), event, log, cancelled);
}
async function runAction() {
	for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
	const secrets = collectSecrets(dependencies.mn);
	try {
		await runAndReport(secrets);
	} catch (error) {
		(0,dependencies.fn)(inspectLines(error).map(secrets.redact).map(plainLine).join("\n"));
	}
	process.stdout.write("", () => process.exit());
}



/***/ }),

/***/ 846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ __toESM),
  n: () => (/* binding */ __exportAll),
  r: () => (/* binding */ s),
  t: () => (/* binding */ __commonJSMin)
});

;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
;// CONCATENATED MODULE: ./rolldown-runtime.js
var t=Object.create;var n=Object.defineProperty;var r=Object.getOwnPropertyDescriptor;var i=Object.getOwnPropertyNames;var a=Object.getPrototypeOf;var o=Object.prototype.hasOwnProperty;var __commonJSMin=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports);var __exportAll=(e,t)=>{let r={};for(var i in e)n(r,i,{get:e[i],enumerable:true});if(!t)n(r,Symbol.toStringTag,{value:`Module`});return r};var __copyProps=(e,t,a,s)=>{if(t&&typeof t===`object`||typeof t===`function`)for(var c=i(t),l=0,u=c.length,d;l<u;l++){d=c[l];if(!o.call(e,d)&&d!==a)n(e,d,{get:(e=>t[e]).bind(null,d),enumerable:!(s=r(t,d))||s.enumerable})}return e};var __toESM=(e,r,i)=>(i=e!=null?t(a(e)):{},__copyProps(r||!e||!e.__esModule||!o.call(e,`default`)?n(i,`default`,{value:e,enumerable:true}):i,e));var s=(()=>(0,external_node_module_namespaceObject.createRequire)(import.meta.url))();

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return ({"7":"parse.js","60":"config-dependencies.js","169":"credential-provider-web-identity.js","174":"credential-provider-http.js","203":"main.js","219":"nested-clients-signin.js","267":"credential-provider-sso.js","413":"credential-provider-login.js","461":"credential-provider-sso-loadSso.js","481":"container-endpoint.js","621":"credential-provider-imds.js","692":"sts.js","701":"web-identity.js","708":"export-command.js","738":"nested-clients-sso-oidc.js","749":"nested-clients-sts.js","788":"core-event-streams.js","815":"comment-on-plan.js","878":"credential-provider-ini.js","879":"comment-dependencies.js","925":"credential-provider-process.js"})[chunkId];
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(204);

// src/index.ts
process.argv.length > 2 ? __nccwpck_require__.e(/* import() */ 203).then(__nccwpck_require__.bind(__nccwpck_require__, 203)).then(({ runCli }) => runCli(process.argv.slice(2))) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.t)();


