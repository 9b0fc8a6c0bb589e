var __webpack_modules__ = ({

698:
((module) => {

module.exports = process.getBuiltinModule("node:async_hooks");

}),

421:
((module) => {

module.exports = process.getBuiltinModule("node:child_process");

}),

598:
((module) => {

module.exports = process.getBuiltinModule("node:crypto");

}),

24:
((module) => {

module.exports = process.getBuiltinModule("node:fs");

}),

455:
((module) => {

module.exports = process.getBuiltinModule("node:fs/promises");

}),

67:
((module) => {

module.exports = process.getBuiltinModule("node:http");

}),

161:
((module) => {

module.exports = process.getBuiltinModule("node:os");

}),

760:
((module) => {

module.exports = process.getBuiltinModule("node:path");

}),

975:
((module) => {

module.exports = process.getBuiltinModule("node:util");

}),

519:
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (Ki),
  $t: () => (O),
  A: () => (Ro),
  At: () => (pn),
  B: () => (ya),
  Bt: () => (Gt),
  C: () => (as),
  Ct: () => (U),
  D: () => (Xo),
  Dt: () => (Sn),
  E: () => (es),
  Et: () => (Cn),
  F: () => (q),
  Ft: () => (rn),
  G: () => (sa),
  Gt: () => (st),
  H: () => (pa),
  Ht: () => (Ht),
  I: () => (Ga),
  It: () => (Qt),
  J: () => (ra),
  Jt: () => (dt),
  K: () => (oa),
  Kt: () => (gt),
  L: () => (Ba),
  Lt: () => (L),
  M: () => (Ao),
  Mt: () => (dn),
  N: () => (Za),
  Nt: () => (sn),
  O: () => (zo),
  Ot: () => (B),
  P: () => (Ka),
  Pt: () => (an),
  Q: () => (qi),
  Qt: () => (k),
  R: () => (Fa),
  Rt: () => (Zt),
  S: () => (is),
  St: () => (Wn),
  T: () => (ts),
  Tt: () => (Dn),
  U: () => (ca),
  Ut: () => (Dt),
  V: () => (ga),
  Vt: () => (Ut),
  W: () => (la),
  Wt: () => (N),
  X: () => (ta),
  Xt: () => (Ve),
  Y: () => (Xi),
  Yt: () => (ht),
  Z: () => (Ji),
  Zt: () => (j),
  _: () => (Ks),
  _n: () => (se),
  _t: () => (sr),
  a: () => (ql),
  an: () => (De),
  at: () => (Ci),
  b: () => (fs),
  bt: () => (Xn),
  c: () => (Gl),
  cn: () => (ye),
  ct: () => (Jr),
  d: () => (Ic),
  dn: () => (fe),
  dt: () => (wr),
  en: () => (D),
  et: () => (Ui),
  f: () => (Dc),
  fn: () => (ce),
  ft: () => (yr),
  g: () => (Xs),
  gn: () => (le),
  gt: () => (or),
  h: () => (ac),
  hn: () => (ue),
  ht: () => (lr),
  i: () => (Yl),
  "in": () => (T),
  it: () => (wi),
  j: () => (Lo),
  jt: () => (mn),
  k: () => (Io),
  kt: () => (gn),
  l: () => (il),
  ln: () => (de),
  lt: () => (Hr),
  m: () => (uc),
  mn: () => (me),
  mt: () => (ur),
  n: () => (Zl),
  nn: () => (Ae),
  nt: () => (zi),
  o: () => (Jl),
  on: () => (Se),
  ot: () => (Zr),
  p: () => (Ec),
  pn: () => (he),
  pt: () => (vr),
  q: () => (ia),
  qt: () => (lt),
  r: () => (Xl),
  rn: () => (Oe),
  rt: () => (Ti),
  s: () => (Kl),
  sn: () => (be),
  st: () => (Yr),
  t: () => (Ql),
  tn: () => (Fe),
  tt: () => (Hi),
  u: () => (Hc),
  un: () => (_e),
  ut: () => (Er),
  v: () => (vs),
  vn: () => (ge),
  vt: () => (er),
  w: () => (rs),
  wt: () => (Fn),
  x: () => (cs),
  xt: () => (Jn),
  y: () => (ps),
  yn: () => (pe),
  yt: () => (Qn),
  z: () => (Sa),
  zt: () => (Yt)
});

// EXTERNAL MODULE: ./rolldown-runtime.js
var rolldown_runtime = __nccwpck_require__(480);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = process.getBuiltinModule("os");
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = process.getBuiltinModule("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = process.getBuiltinModule("fs");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = process.getBuiltinModule("node:stream");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = process.getBuiltinModule("node:process");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = process.getBuiltinModule("node:https");
;// CONCATENATED MODULE: ./dependencies.js
function b(e){return e==null?``:typeof e==`string`||e instanceof String?e:JSON.stringify(e)}function te(e){return Object.keys(e).length?{title:e.title,file:e.file,line:e.startLine,endLine:e.endLine,col:e.startColumn,endColumn:e.endColumn}:{}}function x(e,t,n){let r=new ne(e,t,n);process.stdout.write(r.toString()+external_os_namespaceObject.EOL)}function S(e,t=``){x(e,{},t)}var ne=class{constructor(e,t,n){e||=`missing.command`,this.command=e,this.properties=t,this.message=n}toString(){let e=`::`+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=` `;let t=!0;for(let n in this.properties)if(this.properties.hasOwnProperty(n)){let r=this.properties[n];r&&(t?t=!1:e+=`,`,e+=`${n}=${re(r)}`)}}return e+=`::${C(this.message)}`,e}};function C(e){return b(e).replace(/%/g,`%25`).replace(/\r/g,`%0D`).replace(/\n/g,`%0A`)}function re(e){return b(e).replace(/%/g,`%25`).replace(/\r/g,`%0D`).replace(/\n/g,`%0A`).replace(/:/g,`%3A`).replace(/,/g,`%2C`)}function ie(e,t){let n=process.env[`GITHUB_${e}`];if(!n)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_namespaceObject.existsSync(n))throw Error(`Missing file at path: ${n}`);external_fs_namespaceObject.appendFileSync(n,`${b(t)}${external_os_namespaceObject.EOL}`,{encoding:`utf8`})}function ae(e,t){let n=`ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`,r=b(t);if(e.includes(n))throw Error(`Unexpected input: name should not contain the delimiter "${n}"`);if(r.includes(n))throw Error(`Unexpected input: value should not contain the delimiter "${n}"`);return`${e}<<${n}${external_os_namespaceObject.EOL}${r}${external_os_namespaceObject.EOL}${n}`}var oe;(function(e){e[e.Success=0]=`Success`,e[e.Failure=1]=`Failure`})(oe||={});function se(e){x(`add-mask`,{},e)}function ce(e,t){let n=process.env[`INPUT_${e.replace(/ /g,`_`).toUpperCase()}`]||``;if(t&&t.required&&!n)throw Error(`Input required and not supplied: ${e}`);return t&&t.trimWhitespace===!1?n:n.trim()}function le(e,t){if(process.env.GITHUB_OUTPUT)return ie(`OUTPUT`,ae(e,t));process.stdout.write(external_os_namespaceObject.EOL),x(`set-output`,{name:e},b(t))}function ue(e){process.exitCode=oe.Failure,fe(e)}function de(e){x(`debug`,{},e)}function fe(e,t={}){x(`error`,te(t),e instanceof Error?e.toString():e)}function pe(e,t={}){x(`warning`,te(t),e instanceof Error?e.toString():e)}function me(e,t={}){x(`notice`,te(t),e instanceof Error?e.toString():e)}function he(e){process.stdout.write(e+external_os_namespaceObject.EOL)}function ge(e){S(`group`,e)}function _e(){S(`endgroup`)}const ve={warningEmitted:!1},ye=e=>{if(e&&!ve.warningEmitted){if(process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED===`true`){ve.warningEmitted=!0;return}parseInt(e.substring(1,e.indexOf(`.`)))<22&&(ve.warningEmitted=!0,process.emitWarning(`NodeVersionSupportWarning: The AWS SDK for JavaScript (v3)
versions published after the first week of January 2027
will require node >=22. You are running node ${e}.

To continue receiving updates to AWS services, bug fixes,
and security updates please upgrade to node >=22.

More information can be found at: https://a.co/c895JFp`))}};function be(e,t,n){return e.$source||={},e.$source[t]=n,e}function w(e,t,n){e.__aws_sdk_context?e.__aws_sdk_context.features||(e.__aws_sdk_context.features={}):e.__aws_sdk_context={features:{}},e.__aws_sdk_context.features[t]=n}const xe=()=>typeof process==`object`&&process?.env?.AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026===`true`,Se=(e,t)=>{if(xe()&&typeof e?.handle!=`function`)return t},Ce=e=>typeof ArrayBuffer==`function`&&e instanceof ArrayBuffer||Object.prototype.toString.call(e)===`[object ArrayBuffer]`,we=(e,t=0,n=e.byteLength-t)=>{if(!Ce(e))throw TypeError(`The "input" argument must be ArrayBuffer. Received type ${typeof e} (${e})`);return Buffer.from(e,t,n)},Te=(e,t)=>{if(typeof e!=`string`)throw TypeError(`The "input" argument must be of type string. Received type ${typeof e} (${e})`);return t?Buffer.from(e,t):Buffer.from(e)},Ee=/^[A-Za-z0-9+/]*={0,2}$/,De=e=>{if(e.length*3%4!=0)throw TypeError(`Incorrect padding on base64 string.`);if(!Ee.exec(e))throw TypeError(`Invalid base64 string.`);let t=Te(e,`base64`);return new Uint8Array(t.buffer,t.byteOffset,t.byteLength)},T=e=>{let t=Te(e,`utf8`);return new Uint8Array(t.buffer,t.byteOffset,t.byteLength/Uint8Array.BYTES_PER_ELEMENT)},Oe=e=>{let t;if(t=typeof e==`string`?T(e):e,typeof t!=`object`||typeof t.byteOffset!=`number`||typeof t.byteLength!=`number`)throw Error(`@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.`);return we(t.buffer,t.byteOffset,t.byteLength).toString(`base64`)};function ke(e,t,n,r){return class i extends Uint8Array{static fromString(e,n=`utf-8`){if(typeof e==`string`)return n===`base64`?i.mutate(r(e)):i.mutate(t(e));throw Error(`Unsupported conversion from ${typeof e} to Uint8ArrayBlobAdapter.`)}static mutate(e){return Object.setPrototypeOf(e,i.prototype),e}transformToString(t=`utf-8`){return t===`base64`?n(this):e(this)}}}const Ae=e=>{if(typeof e==`string`)return e;if(typeof e!=`object`||typeof e.byteOffset!=`number`||typeof e.byteLength!=`number`)throw Error(`@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.`);return we(e.buffer,e.byteOffset,e.byteLength).toString(`utf8`)},E=Array.from({length:256},(e,t)=>t.toString(16).padStart(2,`0`));function je(e){return typeof crypto<`u`&&typeof crypto.randomUUID==`function`?()=>crypto.randomUUID():()=>{let t=new Uint8Array(16);return e(t),t[6]=t[6]&15|64,t[8]=t[8]&63|128,E[t[0]]+E[t[1]]+E[t[2]]+E[t[3]]+`-`+E[t[4]]+E[t[5]]+`-`+E[t[6]]+E[t[7]]+`-`+E[t[8]]+E[t[9]]+`-`+E[t[10]]+E[t[11]]+E[t[12]]+E[t[13]]+E[t[14]]+E[t[15]]}}var Me;(function(e){e.HTTP=`http`,e.HTTPS=`https`})(Me||={});var Ne;(function(e){e.MD5=`md5`,e.CRC32=`crc32`,e.CRC32C=`crc32c`,e.SHA1=`sha1`,e.SHA256=`sha256`})(Ne||={});const Pe=`__smithy_context`;var Fe;(function(e){e.PROFILE=`profile`,e.SSO_SESSION=`sso-session`,e.SERVICES=`services`})(Fe||={});const D=e=>e.__smithy_context||={};function O(e,t){return Object.prototype.hasOwnProperty.call(e,t)}var k=class e{method;protocol;hostname;port;path;query;headers;username;password;fragment;body;constructor(e){this.method=e.method||`GET`,this.hostname=e.hostname||`localhost`,this.port=e.port,this.query=e.query||{},this.headers=e.headers||{},this.body=e.body,this.protocol=e.protocol?e.protocol.slice(-1)===`:`?e.protocol:`${e.protocol}:`:`https:`,this.path=e.path?e.path.charAt(0)===`/`?e.path:`/${e.path}`:`/`,this.username=e.username,this.password=e.password,this.fragment=e.fragment}static clone(t){let n=new e({...t,headers:{...t.headers}});return n.query&&=Ie(n.query),n}static isInstance(e){if(!e)return!1;let t=e;return`method`in t&&`protocol`in t&&`hostname`in t&&`path`in t&&typeof t.query==`object`&&typeof t.headers==`object`}clone(){return e.clone(this)}};function Ie(e){return Object.keys(e).reduce((t,n)=>{let r=e[n];return{...t,[n]:Array.isArray(r)?[...r]:r}},{})}var A=class{statusCode;reason;headers;body;constructor(e){this.statusCode=e.statusCode,this.reason=e.reason,this.headers=e.headers||{},this.body=e.body}static isInstance(e){if(!e)return!1;let t=e;return typeof t.statusCode==`number`&&typeof t.headers==`object`}};const Le=RegExp(`^(?!.*-$)(?!-)[a-zA-Z0-9-]{1,63}$`),Re=(e,t=!1)=>{if(!t)return Le.test(e);let n=e.split(`.`);for(let e of n)if(!Re(e))return!1;return!0};function ze(e){return/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(e)}const j=e=>{if(typeof e==`function`)return e;let t=Promise.resolve(e);return()=>t};function Be(e){let t={};if(e=e.replace(/^\?/,``),e)for(let n of e.split(`&`)){let[e,r=null]=n.split(`=`);e=decodeURIComponent(e),r&&=decodeURIComponent(r),e in t?Array.isArray(t[e])?t[e].push(r):t[e]=[t[e],r]:t[e]=r}return t}const Ve=e=>{if(typeof e==`string`)return Ve(new URL(e));let{hostname:t,pathname:n,port:r,protocol:i,search:a}=e,o;return a&&(o=Be(a)),{hostname:t,port:r?parseInt(r):void 0,protocol:i,path:n,query:o}},He=e=>{if(typeof e==`object`){if(`url`in e){let t=Ve(e.url);if(e.headers){t.headers={};for(let n in e.headers)O(e.headers,n)&&(t.headers[n.toLowerCase()]=e.headers[n].join(`, `))}return t}return e}return Ve(e)},Ue=e=>{if(e!=null){if(typeof e==`string`){let t=parseFloat(e);if(!Number.isNaN(t))return String(t)!==String(e)&&it.warn(rt(`Expected number but observed string: ${e}`)),t}if(typeof e==`number`)return e;throw TypeError(`Expected number, got ${typeof e}: ${e}`)}},We=Math.ceil(2**127*(2-2**-23)),Ge=e=>{let t=Ue(e);if(t!==void 0&&!Number.isNaN(t)&&t!==1/0&&t!==-1/0&&Math.abs(t)>We)throw TypeError(`Expected 32-bit float, got ${e}`);return t},Ke=e=>{if(e!=null){if(Number.isInteger(e)&&!Number.isNaN(e))return e;throw TypeError(`Expected integer, got ${typeof e}: ${e}`)}},qe=e=>Ye(e,16),Je=e=>Ye(e,8),Ye=(e,t)=>{let n=Ke(e);if(n!==void 0&&Xe(n,t)!==n)throw TypeError(`Expected ${t}-bit integer, got ${e}`);return n},Xe=(e,t)=>{switch(t){case 32:return Int32Array.of(e)[0];case 16:return Int16Array.of(e)[0];case 8:return Int8Array.of(e)[0]}},Ze=e=>Ue(typeof e==`string`?et(e):e),Qe=e=>Ge(typeof e==`string`?et(e):e),$e=/(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(-?Infinity)|(NaN)/g,et=e=>{let t=e.match($e);if(t===null||t[0].length!==e.length)throw TypeError(`Expected real number, got implicit NaN`);return parseFloat(e)},tt=e=>qe(typeof e==`string`?et(e):e),nt=e=>Je(typeof e==`string`?et(e):e),rt=e=>String(TypeError(e).stack||e).split(`
`).slice(0,5).filter(e=>!e.includes(`stackTraceWarning`)).join(`
`),it={warn:console.warn},at=[`Sun`,`Mon`,`Tue`,`Wed`,`Thu`,`Fri`,`Sat`],ot=[`Jan`,`Feb`,`Mar`,`Apr`,`May`,`Jun`,`Jul`,`Aug`,`Sep`,`Oct`,`Nov`,`Dec`];function st(e){let t=e.getUTCFullYear(),n=e.getUTCMonth(),r=e.getUTCDay(),i=e.getUTCDate(),a=e.getUTCHours(),o=e.getUTCMinutes(),s=e.getUTCSeconds(),c=i<10?`0${i}`:`${i}`,l=a<10?`0${a}`:`${a}`,u=o<10?`0${o}`:`${o}`,d=s<10?`0${s}`:`${s}`;return`${at[r]}, ${c} ${ot[n]} ${t} ${l}:${u}:${d} GMT`}const ct=new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?[zZ]$/),lt=e=>{if(e==null)return;if(typeof e!=`string`)throw TypeError(`RFC-3339 date-times must be expressed as strings`);let t=ct.exec(e);if(!t)throw TypeError(`Invalid RFC-3339 date-time value`);let[n,r,i,a,o,s,c,l]=t,u=tt(Et(r)),d=M(i,`month`,1,12),f=M(a,`day`,1,31);return _t(u,d,f,{hours:o,minutes:s,seconds:c,fractionalMilliseconds:l})},ut=new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(([-+]\d{2}:\d{2})|[zZ])$/),dt=e=>{if(e==null)return;if(typeof e!=`string`)throw TypeError(`RFC-3339 date-times must be expressed as strings`);let t=ut.exec(e);if(!t)throw TypeError(`Invalid RFC-3339 date-time value`);let[n,r,i,a,o,s,c,l,u]=t,d=tt(Et(r)),f=M(i,`month`,1,12),p=M(a,`day`,1,31),m=_t(d,f,p,{hours:o,minutes:s,seconds:c,fractionalMilliseconds:l});return u.toUpperCase()!=`Z`&&m.setTime(m.getTime()-Tt(u)),m},ft=new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/),pt=new RegExp(/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\d{2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/),mt=new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ( [1-9]|\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? (\d{4})$/),ht=e=>{if(e==null)return;if(typeof e!=`string`)throw TypeError(`RFC-7231 date-times must be expressed as strings`);let t=ft.exec(e);if(t){let[e,n,r,i,a,o,s,c]=t;return _t(tt(Et(i)),bt(r),M(n,`day`,1,31),{hours:a,minutes:o,seconds:s,fractionalMilliseconds:c})}if(t=pt.exec(e),t){let[e,n,r,i,a,o,s,c]=t;return yt(_t(vt(i),bt(r),M(n,`day`,1,31),{hours:a,minutes:o,seconds:s,fractionalMilliseconds:c}))}if(t=mt.exec(e),t){let[e,n,r,i,a,o,s,c]=t;return _t(tt(Et(c)),bt(n),M(r.trimLeft(),`day`,1,31),{hours:i,minutes:a,seconds:o,fractionalMilliseconds:s})}throw TypeError(`Invalid RFC-7231 date-time value`)},gt=e=>{if(e==null)return;let t;if(typeof e==`number`)t=e;else if(typeof e==`string`)t=Ze(e);else if(typeof e==`object`&&e.tag===1)t=e.value;else throw TypeError(`Epoch timestamps must be expressed as floating point numbers or their string representation`);if(Number.isNaN(t)||t===1/0||t===-1/0)throw TypeError(`Epoch timestamps must be valid, non-Infinite, non-NaN numerics`);return new Date(Math.round(t*1e3))},_t=(e,t,n,r)=>{let i=t-1;return St(e,i,n),new Date(Date.UTC(e,i,n,M(r.hours,`hour`,0,23),M(r.minutes,`minute`,0,59),M(r.seconds,`seconds`,0,60),wt(r.fractionalMilliseconds)))},vt=e=>{let t=new Date().getUTCFullYear(),n=Math.floor(t/100)*100+tt(Et(e));return n<t?n+100:n},yt=e=>e.getTime()-new Date().getTime()>15768e8?new Date(Date.UTC(e.getUTCFullYear()-100,e.getUTCMonth(),e.getUTCDate(),e.getUTCHours(),e.getUTCMinutes(),e.getUTCSeconds(),e.getUTCMilliseconds())):e,bt=e=>{let t=ot.indexOf(e);if(t<0)throw TypeError(`Invalid month: ${e}`);return t+1},xt=[31,28,31,30,31,30,31,31,30,31,30,31],St=(e,t,n)=>{let r=xt[t];if(t===1&&Ct(e)&&(r=29),n>r)throw TypeError(`Invalid day for ${ot[t]} in ${e}: ${n}`)},Ct=e=>e%4==0&&(e%100!=0||e%400==0),M=(e,t,n,r)=>{let i=nt(Et(e));if(i<n||i>r)throw TypeError(`${t} must be between ${n} and ${r}, inclusive`);return i},wt=e=>e==null?0:Qe(`0.`+e)*1e3,Tt=e=>{let t=e[0],n=1;if(t==`+`)n=1;else if(t==`-`)n=-1;else throw TypeError(`Offset direction, ${t}, must be "+" or "-"`);let r=Number(e.substring(1,3)),i=Number(e.substring(4,6));return n*(r*60+i)*60*1e3},Et=e=>{let t=0;for(;t<e.length-1&&e.charAt(t)===`0`;)t++;return t===0?e:e.slice(t)},N=function(e){return Object.assign(new String(e),{deserializeJSON(){return JSON.parse(String(e))},toString(){return String(e)},toJSON(){return String(e)}})};N.from=e=>e&&typeof e==`object`&&(e instanceof N||`deserializeJSON`in e)?e:typeof e==`string`||Object.getPrototypeOf(e)===String.prototype?N(String(e)):N(JSON.stringify(e)),N.fromObject=N.from;function Dt(e){return(e.includes(`,`)||e.includes(`"`))&&(e=`"${e.replace(/\\/g,`\\\\`).replace(/"/g,`\\"`)}"`),e}const Ot=`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[ne|u?r]?s?day)?`,kt=`(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`,At=`(\\d?\\d):(\\d{2}):(\\d{2})(?:\\.(\\d+))?`,jt=`(\\d?\\d)`,Mt=`(\\d{4})`,Nt=new RegExp(/^(\d{4})-(\d\d)-(\d\d)[tT](\d\d):(\d\d):(\d\d)(\.(\d+))?(([-+]\d\d:\d\d)|[zZ])$/),Pt=/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT$/,Ft=RegExp(`^${Ot}, ${jt} ${kt} ${Mt} ${At} GMT$`),It=RegExp(`^${Ot}, ${jt}-${kt}-(\\d\\d) ${At} GMT$`),Lt=RegExp(`^${Ot} ${kt} ( [1-9]|\\d\\d) ${At} ${Mt}$`),Rt=[`Jan`,`Feb`,`Mar`,`Apr`,`May`,`Jun`,`Jul`,`Aug`,`Sep`,`Oct`,`Nov`,`Dec`],zt=e=>{if(e==null)return;let t=NaN;if(typeof e==`number`)t=e;else if(typeof e==`string`){if(!/^-?\d*\.?\d+$/.test(e))throw TypeError(`parseEpochTimestamp - numeric string invalid.`);t=Number.parseFloat(e)}else typeof e==`object`&&e.tag===1&&(t=e.value);if(isNaN(t)||Math.abs(t)===1/0)throw TypeError(`Epoch timestamps must be valid finite numbers.`);return new Date(Math.round(t*1e3))},Bt=e=>{if(e==null)return;if(typeof e!=`string`)throw TypeError(`RFC3339 timestamps must be strings`);let t=Nt.exec(e);if(!t)throw TypeError(`Invalid RFC3339 timestamp format ${e}`);let[,n,r,i,a,o,s,,c,l]=t;P(r,1,12),P(i,1,31),P(a,0,23),P(o,0,59),P(s,0,60);let u=new Date(Date.UTC(Number(n),Number(r)-1,Number(i),Number(a),Number(o),Number(s),Number(c)?Math.round(parseFloat(`0.${c}`)*1e3):0));if(u.setUTCFullYear(Number(n)),l.toUpperCase()!=`Z`){let[,e,t,n]=/([+-])(\d\d):(\d\d)/.exec(l)||[void 0,`+`,0,0],r=e===`-`?1:-1;u.setTime(u.getTime()+r*(Number(t)*60*60*1e3+Number(n)*60*1e3))}return u},Vt=e=>{if(e==null)return;if(typeof e!=`string`)throw TypeError(`RFC7231 timestamps must be strings.`);if(Pt.test(e))return new Date(e);let t,n,r,i,a,o,s,c;if((c=Ft.exec(e))?[,t,n,r,i,a,o,s]=c:(c=It.exec(e))?([,t,n,r,i,a,o,s]=c,r=(Number(r)+1900).toString()):(c=Lt.exec(e))&&([,n,t,i,a,o,s,r]=c),r&&o){let e=Date.UTC(Number(r),Rt.indexOf(n),Number(t),Number(i),Number(a),Number(o),s?Math.round(parseFloat(`0.${s}`)*1e3):0);P(t,1,31),P(i,0,23),P(a,0,59),P(o,0,60);let c=new Date(e);return c.setUTCFullYear(Number(r)),c}throw TypeError(`Invalid RFC7231 date-time value ${e}.`)};function P(e,t,n){let r=Number(e);if(r<t||r>n)throw Error(`Value ${r} out of range [${t}, ${n}]`)}function Ht(e,t,n){if(n<=0||!Number.isInteger(n))throw Error(`Invalid number of delimiters (`+n+`) for splitEvery.`);let r=e.split(t);if(n===1)return r;let i=[],a=``;for(let e=0;e<r.length;e++)a===``?a=r[e]:a+=t+r[e],(e+1)%n===0&&(i.push(a),a=``);return a!==``&&i.push(a),i}const Ut=e=>{let t=e.length,n=[],r=!1,i=!1,a=0;for(let o=0;o<t;++o){let t=e[o];switch(t){case`"`:i||(r=!r);break;case`,`:r||(n.push(e.slice(a,o)),a=o+1)}i=t===`\\`&&!i}return n.push(e.slice(a)),n.map(e=>{e=e.trim();let t=e.length;return t<2?e:e[0]===`"`&&e[t-1]===`"`?(e=e.slice(1,t-1),e.replace(/\\(["\\])/g,`$1`)):e.replace(/\\"/g,`"`)})},Wt=/^-?((0|[1-9]\d*)(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;var Gt=class e{string;type;constructor(e,t){if(this.string=e,this.type=t,!Wt.test(e))throw Error(`@smithy/core/serde - NumericValue string must conform to the Smithy bigDecimal format. Received: "${e}"`)}toString(){return this.string}static[Symbol.hasInstance](t){if(!t||typeof t!=`object`)return!1;let n=t;return e.prototype.isPrototypeOf(t)||n.type===`bigDecimal`&&Wt.test(n.string)}};const Kt={},qt={};for(let e=0;e<256;e++){let t=e.toString(16).toLowerCase();t.length===1&&(t=`0${t}`),Kt[e]=t,qt[t]=e}function Jt(e){if(e.length%2!=0)throw Error(`Hex encoded strings must have an even number length`);let t=new Uint8Array(e.length/2);for(let n=0;n<e.length;n+=2){let r=e.slice(n,n+2).toLowerCase();if(r in qt)t[n/2]=qt[r];else throw Error(`Cannot decode unrecognized sequence ${r} as hexadecimal`)}return t}function F(e){let t=``;for(let n=0;n<e.byteLength;n++)t+=Kt[e[n]];return t}const Yt=e=>{if(!e)return 0;if(typeof e==`string`)return Buffer.byteLength(e);if(typeof e.byteLength==`number`)return e.byteLength;if(typeof e.size==`number`)return e.size;if(typeof e.start==`number`&&typeof e.end==`number`)return e.end+1-e.start;if(e instanceof external_node_fs_.ReadStream){if(e.path!=null)return (0,external_node_fs_.lstatSync)(e.path).size;if(typeof e.fd==`number`)return (0,external_node_fs_.fstatSync)(e.fd).size}throw Error(`Body Length computation failed for ${e}`)},I=e=>e instanceof Uint8Array?e:typeof e==`string`?T(e):ArrayBuffer.isView(e)?new Uint8Array(e.buffer,e.byteOffset,e.byteLength/Uint8Array.BYTES_PER_ELEMENT):new Uint8Array(e);function Xt(e,t){if(t===void 0){t=0;for(let n of e)t+=n.byteLength}let n=new Uint8Array(t),r=0;for(let t of e)n.set(t,r),r+=t.byteLength;return n}var Zt=class e extends Error{name=`ProviderError`;tryNextLink;constructor(t,n=!0){let r,i=!0;typeof n==`boolean`?(r=void 0,i=n):typeof n==`object`&&n&&(r=n.logger,i=n.tryNextLink??!0),super(t),this.tryNextLink=i,Object.setPrototypeOf(this,e.prototype),r?.debug?.(`@smithy/property-provider ${i?`->`:`(!)`} ${t}`)}static from(e,t=!0){return Object.assign(new this(e.message,t),e)}},L=class e extends Zt{name=`CredentialsProviderError`;constructor(t,n=!0){super(t,n),Object.setPrototypeOf(this,e.prototype)}};const Qt=(...e)=>async()=>{if(e.length===0)throw new Zt(`No providers in chain`);let t;for(let n of e)try{return await n()}catch(e){if(t=e,e?.tryNextLink)continue;throw e}throw t},$t=e=>()=>Promise.resolve(e),en=(e,t,n)=>{let r,i,a,o=!1,s=async()=>{i||=e();try{r=await i,a=!0,o=!1}finally{i=void 0}return r};return t===void 0?async e=>((!a||e?.forceRefresh)&&(r=await s()),r):async e=>((!a||e?.forceRefresh)&&(r=await s()),o?r:n&&!n(r)?(o=!0,r):(t(r)&&await s(),r))},R=(e,t,n)=>{if(t in e){if(e[t]===`true`)return!0;if(e[t]===`false`)return!1;throw Error(`Cannot load ${n} "${t}". Expected "true" or "false", got ${e[t]}.`)}};var z;(function(e){e.ENV=`env`,e.CONFIG=`shared config entry`})(z||={});const tn={},nn=()=>process&&process.geteuid?`${process.geteuid()}`:`DEFAULT`,rn=()=>{let{HOME:e,USERPROFILE:t,HOMEPATH:n,HOMEDRIVE:r=`C:${external_node_path_.sep}`}=process.env;if(e)return e;if(t)return t;if(n)return`${r}${n}`;let i=nn();return tn[i]||(tn[i]=(0,external_node_os_.homedir)()),tn[i]},an=e=>e.profile||process.env.AWS_PROFILE||`default`,on=e=>Object.entries(e).filter(([e])=>{let t=e.indexOf(`.`);return t!==-1&&Object.values(Fe).includes(e.substring(0,t))}).reduce((e,[t,n])=>{let r=t.indexOf(`.`),i=t.substring(0,r)===Fe.PROFILE?t.substring(r+1):t;return e[i]=n,e},{...e.default&&{default:e.default}}),sn=()=>process.env.AWS_CONFIG_FILE||(0,external_node_path_.join)(rn(),`.aws`,`config`),cn=()=>process.env.AWS_SHARED_CREDENTIALS_FILE||(0,external_node_path_.join)(rn(),`.aws`,`credentials`),ln=/^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/,un=[`__proto__`,`profile __proto__`],dn=e=>{let t={},n,r;for(let i of e.split(/\r?\n/)){let e=i.split(/(^|\s)[;#]/)[0].trim();if(e[0]===`[`&&e[e.length-1]===`]`){n=void 0,r=void 0;let t=e.substring(1,e.length-1),i=ln.exec(t);if(i){let[,e,,t]=i;Object.values(Fe).includes(e)&&(n=[e,t].join(`.`))}else n=t;if(un.includes(t))throw Error(`Found invalid profile name "${t}"`)}else if(n){let a=e.indexOf(`=`);if(![0,-1].includes(a)){let[o,s]=[e.substring(0,a).trim(),e.substring(a+1).trim()];if(s===``)r=o;else{r&&i.trimStart()===i&&(r=void 0),t[n]=t[n]||{};let e=r?[r,o].join(`.`):o;t[n][e]=s}}}}return t},fn={},pn={},mn=(e,t)=>pn[e]===void 0?((!fn[e]||t?.ignoreCache)&&(fn[e]=(0,promises_.readFile)(e,`utf8`)),fn[e]):pn[e],hn=()=>({}),gn=async(e={})=>{let{filepath:t=cn(),configFilepath:n=sn()}=e,r=rn(),i=t;t.startsWith(`~/`)&&(i=(0,external_node_path_.join)(r,t.slice(2)));let a=n;n.startsWith(`~/`)&&(a=(0,external_node_path_.join)(r,n.slice(2)));let o=await Promise.all([mn(a,{ignoreCache:e.ignoreCache}).then(dn).then(on).catch(hn),mn(i,{ignoreCache:e.ignoreCache}).then(dn).catch(hn)]);return{configFile:o[0],credentialsFile:o[1]}};function _n(e){try{let t=new Set(Array.from(e.match(/([A-Z_]){3,}/g)??[]));return t.delete(`CONFIG`),t.delete(`CONFIG_PREFIX_SEPARATOR`),t.delete(`ENV`),[...t].join(`, `)}catch{return e}}const vn=(e,t)=>async()=>{try{let n=e(process.env,t);if(n===void 0)throw Error();return n}catch(n){throw new L(n.message||`Not found in ENV: ${_n(e.toString())}`,{logger:t?.logger})}},yn=(e,{preferredFile:t=`config`,...n}={})=>async()=>{let r=an(n),{configFile:i,credentialsFile:a}=await gn(n),o=a[r]||{},s=i[r]||{},c=t===`config`?{...o,...s}:{...s,...o};try{let n=e(c,t===`config`?i:a);if(n===void 0)throw Error();return n}catch(t){throw new L(t.message||`Not found in config files w/ profile [${r}]: ${_n(e.toString())}`,{logger:n.logger})}},bn=e=>typeof e==`function`,xn=e=>bn(e)?async()=>await e():$t(e),B=({environmentVariableSelector:e,configFileSelector:t,default:n},r={})=>{let{signingName:i,logger:a}=r;return en(Qt(vn(e,{signingName:i,logger:a}),yn(t,r),xn(n)))},Sn={environmentVariableSelector:e=>R(e,`AWS_USE_DUALSTACK_ENDPOINT`,z.ENV),configFileSelector:e=>R(e,`use_dualstack_endpoint`,z.CONFIG),default:!1},Cn={environmentVariableSelector:e=>R(e,`AWS_USE_FIPS_ENDPOINT`,z.ENV),configFileSelector:e=>R(e,`use_fips_endpoint`,z.CONFIG),default:!1},V=(e,t)=>{let n=[];if(e&&n.push(e),t)for(let e of t)n.push(e);return n},H=(e,t)=>`${e||`anonymous`}${t&&t.length>0?` (a.k.a. ${t.join(`,`)})`:``}`,wn=()=>{let e=[],t=[],n=!1,r=new Set,i=e=>e.sort((e,t)=>Tn[t.step]-Tn[e.step]||En[t.priority||`normal`]-En[e.priority||`normal`]),a=n=>{let i=!1,a=e=>{let t=V(e.name,e.aliases);if(t.includes(n)){i=!0;for(let e of t)r.delete(e);return!1}return!0};return e=e.filter(a),t=t.filter(a),i},o=n=>{let i=!1,a=e=>{if(e.middleware===n){i=!0;for(let t of V(e.name,e.aliases))r.delete(t);return!1}return!0};return e=e.filter(a),t=t.filter(a),i},s=n=>(e.forEach(e=>{n.add(e.middleware,{...e})}),t.forEach(e=>{n.addRelativeTo(e.middleware,{...e})}),n.identifyOnResolve?.(u.identifyOnResolve()),n),c=e=>{let t=[];return e.before.forEach(e=>{e.before.length===0&&e.after.length===0?t.push(e):t.push(...c(e))}),t.push(e),e.after.reverse().forEach(e=>{e.before.length===0&&e.after.length===0?t.push(e):t.push(...c(e))}),t},l=(n=!1)=>{let r=[],a=[],o={};return e.forEach(e=>{let t={...e,before:[],after:[]};for(let e of V(t.name,t.aliases))o[e]=t;r.push(t)}),t.forEach(e=>{let t={...e,before:[],after:[]};for(let e of V(t.name,t.aliases))o[e]=t;a.push(t)}),a.forEach(e=>{if(e.toMiddleware){let t=o[e.toMiddleware];if(t===void 0){if(n)return;throw Error(`${e.toMiddleware} is not found when adding ${H(e.name,e.aliases)} middleware ${e.relation} ${e.toMiddleware}`)}e.relation===`after`&&t.after.push(e),e.relation===`before`&&t.before.push(e)}}),i(r).map(c).reduce((e,t)=>(e.push(...t),e),[])},u={add:(t,n={})=>{let{name:i,override:a,aliases:o}=n,s={step:`initialize`,priority:`normal`,middleware:t,...n},c=V(i,o);if(c.length>0){if(c.some(e=>r.has(e))){if(!a)throw Error(`Duplicate middleware name '${H(i,o)}'`);for(let t of c){let n=e.findIndex(e=>e.name===t||e.aliases?.some(e=>e===t));if(n===-1)continue;let r=e[n];if(r.step!==s.step||s.priority!==r.priority)throw Error(`"${H(r.name,r.aliases)}" middleware with ${r.priority} priority in ${r.step} step cannot be overridden by "${H(i,o)}" middleware with ${s.priority} priority in ${s.step} step.`);e.splice(n,1)}}for(let e of c)r.add(e)}e.push(s)},addRelativeTo:(e,n)=>{let{name:i,override:a,aliases:o}=n,s={middleware:e,...n},c=V(i,o);if(c.length>0){if(c.some(e=>r.has(e))){if(!a)throw Error(`Duplicate middleware name '${H(i,o)}'`);for(let e of c){let n=t.findIndex(t=>t.name===e||t.aliases?.some(t=>t===e));if(n===-1)continue;let r=t[n];if(r.toMiddleware!==s.toMiddleware||r.relation!==s.relation)throw Error(`"${H(r.name,r.aliases)}" middleware ${r.relation} "${r.toMiddleware}" middleware cannot be overridden by "${H(i,o)}" middleware ${s.relation} "${s.toMiddleware}" middleware.`);t.splice(n,1)}}for(let e of c)r.add(e)}t.push(s)},clone:()=>s(wn()),use:e=>{e.applyToStack(u)},remove:e=>typeof e==`string`?a(e):o(e),removeByTag:n=>{let i=!1,a=e=>{let{tags:t,name:a,aliases:o}=e;if(t&&t.includes(n)){let e=V(a,o);for(let t of e)r.delete(t);return i=!0,!1}return!0};return e=e.filter(a),t=t.filter(a),i},concat:e=>{let t=s(wn());return t.use(e),t.identifyOnResolve(n||t.identifyOnResolve()||(e.identifyOnResolve?.()??!1)),t},applyToStack:s,identify:()=>l(!0).map(e=>{let t=e.step??e.relation+` `+e.toMiddleware;return H(e.name,e.aliases)+` - `+t}),identifyOnResolve(e){return typeof e==`boolean`&&(n=e),n},resolve:(e,t)=>{for(let n of l().map(e=>e.middleware).reverse())e=n(e,t);return n&&console.log(u.identify()),e}};return u},Tn={initialize:5,serialize:4,build:3,finalizeRequest:2,deserialize:1},En={high:3,normal:2,low:1};var Dn=class{config;middlewareStack=wn();initConfig;handlers;constructor(e){this.config=e;let{protocol:t,protocolSettings:n}=e;n&&typeof t==`function`&&(e.protocol=new t(n))}send(e,t,n){let r=typeof t==`function`?void 0:t,i=typeof t==`function`?t:n,a=r===void 0&&this.config.cacheMiddleware===!0,o;if(a){this.handlers||=new WeakMap;let t=this.handlers;t.has(e.constructor)?o=t.get(e.constructor):(o=e.resolveMiddleware(this.middlewareStack,this.config,r),t.set(e.constructor,o))}else delete this.handlers,o=e.resolveMiddleware(this.middlewareStack,this.config,r);if(i)o(e).then(e=>i(null,e.output),e=>i(e)).catch(()=>{});else return o(e).then(e=>e.output)}destroy(){this.config?.requestHandler?.destroy?.(),delete this.handlers}};const On=e=>typeof e==`function`?e():e,kn=(e,t,n,r,i)=>({name:t,namespace:e,traits:n,input:r,output:i}),An=e=>(t,n)=>async r=>{let{response:i}=await t(r),{operationSchema:a}=D(n),[,o,s,c,l,u]=a??[];try{return{response:i,output:await e.protocol.deserializeResponse(kn(o,s,c,l,u),{...e,...n},i)}}catch(e){if(Object.defineProperty(e,"$response",{value:i,enumerable:!1,writable:!1,configurable:!1}),!(`$metadata`in e)){let t=`Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.`;try{e.message+=`
  `+t}catch{!n.logger||n.logger?.constructor?.name===`NoOpLogger`?console.warn(t):n.logger?.warn?.(t)}e.$responseBodyText!==void 0&&e.$response&&(e.$response.body=e.$responseBodyText);try{if(A.isInstance(i)){let{headers:t={},statusCode:n}=i,r=Object.entries(t);e.$metadata={httpStatusCode:n,requestId:jn(/^x-[\w-]+-request-?id$/,r),extendedRequestId:jn(/^x-[\w-]+-id-2$/,r),cfId:jn(/^x-[\w-]+-cf-id$/,r)}}}catch{}}throw e}},jn=(e,t)=>(t.find(([t])=>t.match(e))||[void 0,void 0])[1],Mn=e=>(t,n)=>async r=>{let{operationSchema:i}=D(n),[,a,o,s,c,l]=i??[],u=n.endpointV2?async()=>He(n.endpointV2):e.endpoint,d=await e.protocol.serializeRequest(kn(a,o,s,c,l),r.input,{...e,...n,endpoint:u});return t({...r,request:d})},Nn={name:`deserializerMiddleware`,step:`deserialize`,tags:[`DESERIALIZER`],override:!0},Pn={name:`serializerMiddleware`,step:`serialize`,tags:[`SERIALIZER`],override:!0};function Fn(e){return{applyToStack:t=>{t.add(Mn(e),Pn),t.add(An(e),Nn),e.protocol.setSerdeContext(e)}}}const In=[];function Ln(e){if(typeof e==`object`)return e;if(e|=0,In[e])return In[e];let t={},n=0;for(let r of[`httpLabel`,`idempotent`,`idempotencyToken`,`sensitive`,`httpPayload`,`httpResponseCode`,`httpQueryParams`])(e>>n++&1)==1&&(t[r]=1);return In[e]=t}const Rn={it:Symbol.for(`@smithy/nor-struct-it`),ns:Symbol.for(`@smithy/ns`)},zn=[],Bn={};var U=class e{ref;memberName;static symbol=Symbol.for(`@smithy/nor`);symbol=e.symbol;name;schema;_isMemberSchema;traits;memberTraits;normalizedTraits;constructor(t,n){this.ref=t,this.memberName=n;let r=[],i=t,a=t;for(this._isMemberSchema=!1;Hn(i);)r.push(i[1]),i=i[0],a=On(i),this._isMemberSchema=!0;if(r.length>0){this.memberTraits={};for(let e=r.length-1;e>=0;--e){let t=r[e];Object.assign(this.memberTraits,Ln(t))}}else this.memberTraits=0;if(a instanceof e){let e=this.memberTraits;Object.assign(this,a),this.memberTraits=Object.assign({},e,a.getMemberTraits(),this.getMemberTraits()),this.normalizedTraits=void 0,this.memberName=n??a.memberName}else if(this.schema=On(a),Un(this.schema)?(this.name=`${this.schema[1]}#${this.schema[2]}`,this.traits=this.schema[3]):(this.name=this.memberName??String(a),this.traits=0),this._isMemberSchema&&!n)throw Error(`@smithy/core/schema - NormalizedSchema member init ${this.getName(!0)} missing member name.`)}static[Symbol.hasInstance](e){let t=this.prototype.isPrototypeOf(e);return!t&&typeof e==`object`&&e?e.symbol===this.symbol:t}static of(t){let n=typeof t==`function`||typeof t==`object`&&!!t;if(typeof t==`number`){if(zn[t])return zn[t]}else if(typeof t==`string`){if(Bn[t])return Bn[t]}else if(n&&t[Rn.ns])return t[Rn.ns];let r=On(t);if(r instanceof e)return r;if(Hn(r)){let[n,i]=r;if(n instanceof e)return Object.assign(n.getMergedTraits(),Ln(i)),n;throw Error(`@smithy/core/schema - may not init unwrapped member schema=${JSON.stringify(t,null,2)}.`)}let i=new e(r);return n?t[Rn.ns]=i:typeof r==`string`?Bn[r]=i:typeof r==`number`?zn[r]=i:i}getSchema(){let e=this.schema;return Array.isArray(e)&&e[0]===0?e[4]:e}getName(e=!1){let{name:t}=this;return!e&&t&&t.includes(`#`)?t.split(`#`)[1]:t||void 0}getMemberName(){return this.memberName}isMemberSchema(){return this._isMemberSchema}isListSchema(){let e=this.getSchema();return typeof e==`number`?e>=64&&e<128:e[0]===1}isMapSchema(){let e=this.getSchema();return typeof e==`number`?e>=128&&e<=255:e[0]===2}isStructSchema(){let e=this.getSchema();if(typeof e!=`object`)return!1;let t=e[0];return t===3||t===-3||t===4}isUnionSchema(){let e=this.getSchema();return typeof e==`object`&&e[0]===4}isBlobSchema(){let e=this.getSchema();return e===21||e===42}isTimestampSchema(){let e=this.getSchema();return typeof e==`number`&&e>=4&&e<=7}isUnitSchema(){return this.getSchema()===`unit`}isDocumentSchema(){return this.getSchema()===15}isStringSchema(){return this.getSchema()===0}isBooleanSchema(){return this.getSchema()===2}isNumericSchema(){return this.getSchema()===1}isBigIntegerSchema(){return this.getSchema()===17}isBigDecimalSchema(){return this.getSchema()===19}isStreaming(){let{streaming:e}=this.getMergedTraits();return!!e||this.getSchema()===42}isIdempotencyToken(){return!!this.getMergedTraits().idempotencyToken}getMergedTraits(){return this.normalizedTraits??={...this.getOwnTraits(),...this.getMemberTraits()}}getMemberTraits(){return Ln(this.memberTraits)}getOwnTraits(){return Ln(this.traits)}getKeySchema(){let[e,t]=[this.isDocumentSchema(),this.isMapSchema()];if(!e&&!t)throw Error(`@smithy/core/schema - cannot get key for non-map: ${this.getName(!0)}`);let n=this.getSchema();return Vn([e?15:n[4]??0,0],`key`)}getValueSchema(){let e=this.getSchema(),[t,n,r]=[this.isDocumentSchema(),this.isMapSchema(),this.isListSchema()],i=typeof e==`number`?63&e:e&&typeof e==`object`&&(n||r)?e[3+e[0]]:t?15:void 0;if(i!=null)return Vn([i,0],n?`value`:`member`);throw Error(`@smithy/core/schema - ${this.getName(!0)} has no value member.`)}getMemberSchema(e){let t=this.getSchema();if(this.isStructSchema()&&t[4].includes(e)){let n=t[4].indexOf(e),r=t[5][n];return Vn(Hn(r)?r:[r,0],e)}if(this.isDocumentSchema())return Vn([15,0],e);throw Error(`@smithy/core/schema - ${this.getName(!0)} has no member=${e}.`)}getMemberSchemas(){let e={};try{for(let[t,n]of this.structIterator())e[t]=n}catch{}return e}getEventStreamMember(){if(this.isStructSchema()){for(let[e,t]of this.structIterator())if(t.isStreaming()&&t.isStructSchema())return e}return``}*structIterator(){if(this.isUnitSchema())return;if(!this.isStructSchema())throw Error(`@smithy/core/schema - cannot iterate non-struct schema.`);let e=this.getSchema(),t=e[4].length,n=e[Rn.it];if(n&&t===n.length)yield*n;else{n=Array(t);for(let r=0;r<t;++r){let t=e[4][r],i=Vn([e[5][r],0],t);yield n[r]=[t,i]}e[Rn.it]=n}}};function Vn(e,t){return e instanceof U?Object.assign(e,{memberName:t,_isMemberSchema:!0}):new U(e,t)}const Hn=e=>Array.isArray(e)&&e.length===2,Un=e=>Array.isArray(e)&&e.length>=5;var Wn=class e{namespace;schemas;exceptions;static registries=new Map;constructor(t,n=new Map,r=new Map){this.namespace=t,this.schemas=n,this.exceptions=r,e.registries.has(t)||e.registries.set(t,this)}static for(t){return e.registries.get(t)??new e(t)}copyFrom(e){let{schemas:t,exceptions:n}=this;for(let[n,r]of e.schemas)t.has(n)||t.set(n,r);for(let[t,r]of e.exceptions)n.has(t)||n.set(t,r)}register(t,n){let r=this.normalizeShapeId(t);for(let t of[this,e.for(r.split(`#`)[0])])t.schemas.has(r)||t.schemas.set(r,n)}getSchema(e){let t=this.normalizeShapeId(e);if(!this.schemas.has(t)){if(!e.includes(`#`)){let t=`#`+e,n=[];for(let[e,r]of this.schemas.entries())e.endsWith(t)&&n.push(r);if(n.length===1)return n[0]}throw Error(`@smithy/core/schema - schema not found for ${t}`)}return this.schemas.get(t)}registerError(t,n){let r=t,i=r[1],a=i+`#`+r[2];n.hasOwnProperty?.(`shapeId`)||(n.shapeId=a);for(let t of[this,e.for(i)])!t.schemas.has(a)&&!t.exceptions.has(r)&&(t.schemas.set(a,r),t.exceptions.set(r,n))}getErrorCtor(t){let n=t;return this.exceptions.has(n)?this.exceptions.get(n):e.for(n[1]).exceptions.get(n)}getBaseException(){for(let e of this.exceptions.keys())if(Array.isArray(e)){let[,t,n]=e,r=t+`#`+n;if(r.startsWith(`smithy.ts.sdk.synthetic.`)&&r.endsWith(`ServiceException`))return e}}find(e){for(let t of this.schemas.values())if(e(t))return t}clear(){this.schemas.clear(),this.exceptions.clear()}normalizeShapeId(e){return e.includes(`#`)?e:this.namespace+`#`+e}};const Gn=`***SensitiveInformation***`;function Kn(e,t){if(t==null)return t;let n=U.of(e);if(n.getMergedTraits().sensitive)return Gn;if(n.isListSchema()){let e=n.getValueSchema();if(e.getMergedTraits().sensitive)return Gn;if(Array.isArray(t))return t.map(t=>Kn(e,t))}else if(n.isMapSchema()){let e=n.getValueSchema();if(n.getKeySchema().getMergedTraits().sensitive||e.getMergedTraits().sensitive)return Gn;if(typeof t==`object`)return Object.fromEntries(Object.entries(t).map(([t,n])=>[t,Kn(e,n)]))}else if(n.isStructSchema()&&typeof t==`object`){let e=t,r={};for(let[t,i]of n.structIterator())e[t]!=null&&(r[t]=Kn(i,e[t]));return r}return t}const qn=Symbol.for(`@smithy/op-event-stream`);var Jn=class{middlewareStack=wn();schema;static classBuilder(){return new Yn}resolveMiddlewareWithContext(e,t,n,{middlewareFn:r,clientName:i,commandName:a,inputFilterSensitiveLog:o,outputFilterSensitiveLog:s,smithyContext:c,additionalContext:l,CommandCtor:u}){for(let i of r.bind(this)(u,e,t,n))this.middlewareStack.use(i);let d=e.concat(this.middlewareStack),{logger:f}=t,p=l[Pe],m={logger:f,clientName:i,commandName:a,inputFilterSensitiveLog:o,outputFilterSensitiveLog:s,...l,[Pe]:{...p,commandInstance:this,...c,...n?.metricsRecorder===void 0?{}:{metricsRecorder:n.metricsRecorder},...n?.abortSignal===void 0?{}:{abortSignal:n.abortSignal}}},{requestHandler:h}=t,g=n??{};g.metricsRecorder&&(g={...g},delete g.metricsRecorder);let _,v=this.schema,y=v?.[qn];if(y!==void 0)_=y;else if(v&&Array.isArray(v)&&v[0]===9){let[,,,,e,t]=v;_=v[qn]=!!(U.of(e).getEventStreamMember()||U.of(t).getEventStreamMember())}return _&&(g={isEventStream:_,...g}),d.resolve(e=>h.handle(e.request,g),m)}},Yn=class{_init=()=>{};_ep={};_middlewareFn=()=>[];_commandName=``;_clientName=``;_additionalContext={};_smithyContext={};_inputFilterSensitiveLog=void 0;_outputFilterSensitiveLog=void 0;_serializer=null;_deserializer=null;_operationSchema;init(e){this._init=e}ep(e){return this._ep=e,this}m(e){return this._middlewareFn=e,this}s(e,t,n={}){return this._smithyContext={service:e,operation:t,...n},this}c(e={}){return this._additionalContext=e,this}n(e,t){return this._clientName=e,this._commandName=t,this}f(e=e=>e,t=e=>e){return this._inputFilterSensitiveLog=e,this._outputFilterSensitiveLog=t,this}ser(e){return this._serializer=e,this}de(e){return this._deserializer=e,this}sc(e){return this._operationSchema=e,this._smithyContext.operationSchema=e,this}build(){let e=this,t;return t=class extends Jn{input;static getEndpointParameterInstructions(){return e._ep}constructor(...[t]){super(),this.input=t??{},e._init(this),this.schema=e._operationSchema}resolveMiddleware(n,r,i){let a=e._operationSchema,o=a?.[4]??a?.input,s=a?.[5]??a?.output;return this.resolveMiddlewareWithContext(n,r,i,{CommandCtor:t,middlewareFn:e._middlewareFn,clientName:e._clientName,commandName:e._commandName,inputFilterSensitiveLog:e._inputFilterSensitiveLog??(a?Kn.bind(null,o):e=>e),outputFilterSensitiveLog:e._outputFilterSensitiveLog??(a?Kn.bind(null,s):e=>e),smithyContext:e._smithyContext,additionalContext:e._additionalContext})}serialize=e._serializer;deserialize=e._deserializer}}},Xn=class e extends Error{static shapeId=`smithy.ts.sdk.synthetic.nonamespace.client#ServiceException`;$fault;$response;$retryable;$metadata;constructor(e){super(e.message),Object.setPrototypeOf(this,Object.getPrototypeOf(this).constructor.prototype),this.name=e.name,this.$fault=e.$fault,this.$metadata=e.$metadata}static isInstance(t){if(!t)return!1;let n=t;return e.prototype.isPrototypeOf(n)||!!n.$fault&&!!n.$metadata&&(n.$fault===`client`||n.$fault===`server`)}static[Symbol.hasInstance](t){if(!t)return!1;let n=t;if(this===e)return e.isInstance(t);if(e.isInstance(t)){if(this.prototype.isPrototypeOf(t))return!0;let r=Object.prototype.hasOwnProperty.call(this,`shapeId`)?this.shapeId:void 0,i=!1;if(r){let t=Object.getPrototypeOf(n);for(;t&&t!==Object.prototype;){let n=t.constructor,a=n!==e&&Object.prototype.hasOwnProperty.call(n,`shapeId`)?n?.shapeId:void 0;if(a&&(i=!0,a===r))return!0;t=Object.getPrototypeOf(t)}}if(r&&i)return!1;let a=this.name;if(a&&a.length>=6){if(n.name===a)return!0;let e=Object.getPrototypeOf(n);for(;e&&e!==Object.prototype;){let t=e.constructor?.name;if(t&&t!==`Error`&&t===a)return!0;e=Object.getPrototypeOf(e)}}}return!1}};const Zn=(e,t={})=>(Object.entries(t).filter(([,e])=>e!==void 0).forEach(([t,n])=>{(e[t]==null||e[t]===``)&&(e[t]=n)}),e.message=e.message||e.Message||`UnknownError`,delete e.Message,e),Qn=e=>{switch(e){case`standard`:return{retryMode:`standard`,connectionTimeout:3100};case`in-region`:return{retryMode:`standard`,connectionTimeout:1100};case`cross-region`:return{retryMode:`standard`,connectionTimeout:3100};case`mobile`:return{retryMode:`standard`,connectionTimeout:3e4};default:return{}}};let $n=!1;const er=e=>{e&&!$n&&parseInt(e.substring(1,e.indexOf(`.`)))<16&&($n=!0)},tr=Object.values(Ne),nr=e=>{let t=[];for(let n in Ne){if(!O(Ne,n))continue;let r=Ne[n];e[r]!==void 0&&t.push({algorithmId:()=>r,checksumConstructor:()=>e[r]})}for(let[n,r]of Object.entries(e.checksumAlgorithms??{}))t.push({algorithmId:()=>n,checksumConstructor:()=>r});return{addChecksumAlgorithm(n){e.checksumAlgorithms=e.checksumAlgorithms??{};let r=n.algorithmId(),i=n.checksumConstructor();tr.includes(r)?e.checksumAlgorithms[r.toUpperCase()]=i:e.checksumAlgorithms[r]=i,t.push(n)},checksumAlgorithms(){return t}}},rr=e=>{let t={};return e.checksumAlgorithms().forEach(e=>{let n=e.algorithmId();tr.includes(n)&&(t[n]=e.checksumConstructor())}),t},ir=e=>({setRetryStrategy(t){e.retryStrategy=t},retryStrategy(){return e.retryStrategy}}),ar=e=>{let t={};return t.retryStrategy=e.retryStrategy(),t},or=e=>Object.assign(nr(e),ir(e)),sr=e=>Object.assign(rr(e),ar(e)),cr=e=>{let t=`#text`;for(let n in e)O(e,n)&&(e[n][t]===void 0?typeof e[n]==`object`&&e[n]!==null&&(e[n]=cr(e[n])):e[n]=e[n][t]);return e};var lr=class{trace(){}debug(){}info(){}warn(){}error(){}};function ur(e,t,n,r){return function(i,a,o,s,c={}){let l=Object.assign({},e,i);return Jn.classBuilder().ep(l).m(function(e,t,n,i){let o=a.call(this,e,t,n,i);return o.unshift(r(n,e.getEndpointParameterInstructions())),o}).s(t,o,c).n(n,o.charAt(0).toUpperCase()+o.slice(1)+`Command`).sc(s).build()}}const dr=[`in-region`,`cross-region`,`mobile`,`standard`,`legacy`],fr=1e3;let pr=0;const mr=async()=>{if(!process.env.AWS_EC2_METADATA_DISABLED&&!(Date.now()<pr))try{let e=gr(),t=(await _r({...e,path:`/latest/api/token`,method:`PUT`,headers:{"x-aws-ec2-metadata-token-ttl-seconds":`21600`}})).toString();return(await _r({...e,path:`/latest/meta-data/placement/region`,method:`GET`,headers:{"x-aws-ec2-metadata-token":t}})).toString().trim()||hr()}catch{return hr()}},hr=()=>{pr=Date.now()+6e4},gr=()=>{let e=process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT;if(e){let t=new URL(e);return{hostname:t.hostname.replace(/^\[(.+)]$/,`$1`),port:t.port?Number(t.port):void 0}}return process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE===`IPv6`?{hostname:`fd00:ec2::254`}:{hostname:`169.254.169.254`}},_r=async e=>{let{request:t}=await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 67, 19));return new Promise((n,r)=>{let i=t({hostname:e.hostname,port:e.port,path:e.path,method:e.method,headers:e.headers,timeout:fr,signal:AbortSignal.timeout(fr)});i.on(`error`,e=>{r(e),i.destroy()}),i.on(`timeout`,()=>{r(Error(`TimeoutError from instance metadata service`)),i.destroy()}),i.on(`response`,e=>{let{statusCode:t=400}=e;if(t<200||t>=300){r(Object.assign(Error(`Error response received from instance metadata service`),{statusCode:t})),i.destroy();return}let a=[];e.on(`data`,e=>a.push(e)),e.on(`end`,()=>{n(Buffer.concat(a)),i.destroy()})}),i.end()})},vr={environmentVariableSelector:e=>e.AWS_REGION,configFileSelector:e=>e.region,default:async()=>{let e=await mr();if(e)return e;throw Error(`Region is missing`)}},yr={preferredFile:`credentials`},br=new Set,xr=(e,t=Re)=>{if(!br.has(e)&&!t(e)){if(e===`*`)console.warn(`@smithy/config-resolver WARN - Please use the caller region instead of "*". See "sigv4a" in https://github.com/aws/aws-sdk-js-v3/blob/main/supplemental-docs/CLIENTS.md.`);else throw Error(`Region not accepted: region="${e}" is not a valid hostname component.`)}else br.add(e)},Sr=e=>typeof e==`string`&&(e.startsWith(`fips-`)||e.endsWith(`-fips`)),Cr=e=>Sr(e)?[`fips-aws-global`,`aws-fips`].includes(e)?`us-east-1`:e.replace(/fips-(dkr-|prod-)?|-fips/,``):e,wr=e=>{let{region:t,useFipsEndpoint:n}=e;if(!t)throw Error(`Region is missing`);return Object.assign(e,{region:async()=>{let e=typeof t==`function`?await t():t,n=Cr(e);return xr(n),n},useFipsEndpoint:async()=>{let e=typeof t==`string`?t:await t();return Sr(e)?!0:typeof n==`function`?n():Promise.resolve(!!n)}})},Tr={environmentVariableSelector:e=>e.AWS_DEFAULTS_MODE,configFileSelector:e=>e.defaults_mode,default:`legacy`},Er=({region:e=B(vr),defaultsMode:t=B(Tr)}={})=>en(async()=>{let n=typeof t==`function`?await t():t;switch(n?.toLowerCase()){case`auto`:return Dr(e);case`in-region`:case`cross-region`:case`mobile`:case`standard`:case`legacy`:return Promise.resolve(n?.toLocaleLowerCase());case void 0:return Promise.resolve(`legacy`);default:throw Error(`Invalid parameter for "defaultsMode", expect ${dr.join(`, `)}, got ${n}`)}}),Dr=async e=>{if(e){let t=typeof e==`function`?await e():e,n=await Or();return n?t===n?`in-region`:`cross-region`:`standard`}return`standard`},Or=async()=>process.env.AWS_EXECUTION_ENV&&(process.env.AWS_REGION||process.env.AWS_DEFAULT_REGION)?process.env.AWS_REGION??process.env.AWS_DEFAULT_REGION:mr(),kr=`AWS_ENDPOINT_URL`,Ar=`endpoint_url`,jr=e=>({environmentVariableSelector:t=>{let n=e.split(` `).map(e=>e.toUpperCase()),r=t[[kr,...n].join(`_`)];if(r)return r;let i=t[kr];if(i)return i},configFileSelector:(t,n)=>{if(t.services){let r=[`services`,t.services].join(`.`);if(!n||!n[r])throw Error(`The services section "${t.services}" specified in the profile is not present in the shared configuration file.`);let i=n[r][[e.split(` `).map(e=>e.toLowerCase()).join(`_`),Ar].join(`.`)];if(i)return i}let r=t[Ar];if(r)return r},default:void 0}),Mr={environmentVariableSelector:e=>R(e,`AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`,z.ENV),configFileSelector:e=>R(e,`ignore_configured_endpoint_urls`,z.CONFIG),default:!1},Nr=async e=>{if(!await B(Mr)())return B(jr(e??``))()},Pr=async e=>{let t=e?.Bucket||``;if(typeof e.Bucket==`string`&&(e.Bucket=t.replace(/#/g,`%23`).replace(/\?/g,`%3F`)),zr(t)){if(e.ForcePathStyle===!0)throw Error(`Path-style addressing cannot be used with ARN buckets`)}else(!Rr(t)||t.indexOf(`.`)!==-1&&!String(e.Endpoint).startsWith(`http:`)||t.toLowerCase()!==t||t.length<3)&&(e.ForcePathStyle=!0);return e.DisableMultiRegionAccessPoints&&(e.disableMultiRegionAccessPoints=!0,e.DisableMRAP=!0),e},Fr=/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,Ir=/(\d+\.){3}\d+/,Lr=/\.\./,Rr=e=>Fr.test(e)&&!Ir.test(e)&&!Lr.test(e),zr=e=>{let[t,n,r,,,i]=e.split(`:`),a=t===`arn`&&e.split(`:`).length>=6,o=!!(a&&n&&r&&i);if(a&&!o)throw Error(`Invalid ARN: ${e} was an invalid ARN.`);return o},Br=(e,t,n,r=!1)=>{let i=async()=>{let i;return i=r?n.clientContextParams?.[e]??n[e]??n[t]:n[e]??n[t],typeof i==`function`?i():i};return e===`credentialScope`||t===`CredentialScope`?async()=>{let e=typeof n.credentials==`function`?await n.credentials():n.credentials;return e?.credentialScope??e?.CredentialScope}:e===`accountId`||t===`AccountId`?async()=>{let e=typeof n.credentials==`function`?await n.credentials():n.credentials;return e?.accountId??e?.AccountId}:e===`endpoint`||t===`endpoint`?async()=>{if(n.isCustomEndpoint===!1)return;let e=await i();if(e&&typeof e==`object`){if(`url`in e)return e.url.href;if(`hostname`in e){let{protocol:t,hostname:n,port:r,path:i}=e;return`${t}//${n}${r?`:`+r:``}${i}`}}return e}:i};function Vr(e){return async(t,n,r,i)=>{if(!r.isCustomEndpoint&&!r.ignoreConfiguredEndpointUrls){let t;t=r.serviceConfiguredEndpoint?await r.serviceConfiguredEndpoint():await e(r.serviceId),t&&(r.endpoint=()=>Promise.resolve(He(t)),r.isCustomEndpoint=!0,i?.logger?.debug?.(`@smithy/core/endpoints - resolved endpoint from config: ${t}`))}let a=await Hr(t,n,r);if(typeof r.endpointProvider!=`function`)throw Error(`config.endpointProvider is not set.`);let o=r.endpointProvider(a,i);if(r.isCustomEndpoint&&r.endpoint){let e=await r.endpoint();if(e?.headers){o.headers??={};for(let[t,n]of Object.entries(e.headers))o.headers[t]=Array.isArray(n)?n:[n]}}return o}}const Hr=async(e,t,n)=>{let r={},i=t?.getEndpointParameterInstructions?.()||{};for(let[t,a]of Object.entries(i))switch(a.type){case`staticContextParams`:r[t]=a.value;break;case`contextParams`:r[t]=e[a.name];break;case`clientContextParams`:case`builtInParams`:r[t]=await Br(a.name,t,n,a.type!==`builtInParams`)();break;case`operationContextParams`:r[t]=a.get(e);break;default:throw Error(`Unrecognized endpoint parameter instruction: `+JSON.stringify(a))}return Object.keys(i).length===0&&Object.assign(r,n),String(n.serviceId).toLowerCase()===`s3`&&await Pr(r),r};function Ur(e,t,n){e.__smithy_context?e.__smithy_context.features||(e.__smithy_context.features={}):e.__smithy_context={features:{}},e.__smithy_context.features[t]=n}function Wr(e){let t=Vr(e);return({config:e,instructions:n})=>(r,i)=>async a=>{e.isCustomEndpoint&&Ur(i,`ENDPOINT_OVERRIDE`,`N`);let o=await t(a.input,{getEndpointParameterInstructions(){return n}},{...e},i);i.endpointV2=o,i.authSchemes=o.properties?.authSchemes;let s=i.authSchemes?.[0];if(s){i.signing_region=s.signingRegion,i.signing_service=s.signingName;let e=D(i)?.selectedHttpAuthScheme?.httpAuthOption;e&&(e.signingProperties=Object.assign(e.signingProperties||{},{signing_region:s.signingRegion,signingRegion:s.signingRegion,signing_service:s.signingName,signingName:s.signingName,signingRegionSet:s.signingRegionSet},s.properties))}return r({...a})}}const Gr={step:`serialize`,tags:[`ENDPOINT_PARAMETERS`,`ENDPOINT_V2`,`ENDPOINT`],name:`endpointV2Middleware`,override:!0,relation:`before`,toMiddleware:{name:`serializerMiddleware`,step:`serialize`,tags:[`SERIALIZER`],override:!0}.name};function Kr(e){let t=Wr(e);return(e,n)=>({applyToStack:r=>{r.addRelativeTo(t({config:e,instructions:n}),Gr)}})}function qr(e){return t=>{let n=t.tls??!0,{endpoint:r,useDualstackEndpoint:i,useFipsEndpoint:a}=t,o=Object.assign(t,{endpoint:r==null?void 0:async()=>He(await j(r)()),tls:n,isCustomEndpoint:!!r,useDualstackEndpoint:j(i??!1),useFipsEndpoint:j(a??!1),ignoreConfiguredEndpointUrls:!!t.ignoreConfiguredEndpointUrls}),s;return o.serviceConfiguredEndpoint=async()=>(t.serviceId&&!s&&(s=e(t.serviceId)),s),o}}var Jr=class e{nodes;root;conditions;results;constructor(e,t,n,r){this.nodes=e,this.root=t,this.conditions=n,this.results=r}static from(t,n,r,i){return new e(t,n,r,i)}},Yr=class{capacity;data=new Map;parameters=[];constructor({size:e,params:t}){this.capacity=e??50,t&&(this.parameters=t)}get(e,t){let n=this.hash(e);if(n===!1)return t();if(!this.data.has(n)){if(this.data.size>this.capacity+10){let e=this.data.keys(),t=0;for(;;){let{value:n,done:r}=e.next();if(this.data.delete(n),r||++t>10)break}}this.data.set(n,t())}return this.data.get(n)}size(){return this.data.size}hash(e){let t=``,{parameters:n}=this;if(n.length===0)return!1;for(let r of n){let n=e[r],i=n==null?`\0`:String(n);if(i.includes(`|;`))return!1;t+=i+`|;`}return t}},W=class extends Error{constructor(e){super(e),this.name=`EndpointError`}};function Xr(e){return typeof e!=`object`||!e?e:`ref`in e?`$${Xr(e.ref)}`:`fn`in e?`${e.fn}(${(e.argv||[]).map(Xr).join(`, `)})`:JSON.stringify(e,null,2)}const Zr={},Qr=(e,t)=>e===t;function $r(...e){for(let t of e)if(t!=null)return t}const ei=e=>{let t=e.split(`.`),n=[];for(let r of t){let t=r.indexOf(`[`);if(t!==-1){if(r.indexOf(`]`)!==r.length-1)throw new W(`Path: '${e}' does not end with ']'`);let i=r.slice(t+1,-1);if(Number.isNaN(parseInt(i)))throw new W(`Invalid array index: '${i}' in path: '${e}'`);t!==0&&n.push(r.slice(0,t)),n.push(i)}else n.push(r)}return n},ti=(e,t)=>ei(t).reduce((n,r)=>{if(typeof n!=`object`)throw new W(`Index '${r}' in '${t}' not found in '${JSON.stringify(e)}'`);if(Array.isArray(n)){let e=parseInt(r);return n[e<0?n.length+e:e]}return n[r]},e),ni=e=>e!=null;function ri(e,t,n){return e?t:n}const ii=e=>!e,ai=RegExp(`^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}$`),oi=e=>ai.test(e)||e.startsWith(`[`)&&e.endsWith(`]`),si={[Me.HTTP]:80,[Me.HTTPS]:443},ci=e=>{let t=(()=>{try{if(e instanceof URL)return e;if(typeof e==`object`&&`hostname`in e){let{hostname:t,port:n,protocol:r=``,path:i=``,query:a={}}=e,o=new URL(`${r}//${t}${n?`:${n}`:``}${i}`);return o.search=Object.entries(a).map(([e,t])=>`${e}=${t}`).join(`&`),o}return new URL(e)}catch{return null}})();if(!t)return console.error(`Unable to parse ${JSON.stringify(e)} as a whatwg URL.`),null;let n=t.href,{host:r,hostname:i,pathname:a,protocol:o,search:s}=t;if(s)return null;let c=o.slice(0,-1);if(!Object.values(Me).includes(c))return null;let l=oi(i);return{scheme:c,authority:`${r}${n.includes(`${r}:${si[c]}`)||typeof e==`string`&&e.includes(`${r}:${si[c]}`)?`:${si[c]}`:``}`,path:a,normalizedPath:a.endsWith(`/`)?a:`${a}/`,isIp:l}};function li(e,t,n){if(n===1)return[e];if(e===``)return[``];let r=e.split(t);return n===0?r:r.slice(0,n-1).concat(r.slice(1).join(t))}const ui={booleanEquals:Qr,coalesce:$r,getAttr:ti,isSet:ni,isValidHostLabel:Re,ite:ri,not:ii,parseURL:ci,split:li,stringEquals:(e,t)=>e===t,substring:(e,t,n,r)=>e==null||t>=n||e.length<n||/[^\u0000-\u007f]/.test(e)?null:r?e.substring(e.length-n,e.length-t):e.substring(t,n),uriEncode:e=>encodeURIComponent(e).replace(/[!*'()]/g,e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`)},di=(e,t)=>{let n=[],{referenceRecord:r,endpointParams:i}=t,a=0;for(;a<e.length;){let t=e.indexOf(`{`,a);if(t===-1){n.push(e.slice(a));break}n.push(e.slice(a,t));let o=e.indexOf(`}`,t);if(o===-1){n.push(e.slice(t));break}e[t+1]===`{`&&e[o+1]===`}`&&(n.push(e.slice(t+1,o)),a=o+2);let s=e.substring(t+1,o);if(s.includes(`#`)){let[e,t]=s.split(`#`);n.push(ti(r[e]??i[e],t))}else n.push(r[s]??i[s]);a=o+1}return n.join(``)},fi=({ref:e},t)=>t.referenceRecord[e]??t.endpointParams[e],pi=(e,t,n)=>{if(typeof e==`string`)return di(e,n);if(e.fn)return hi.callFunction(e,n);if(e.ref)return fi(e,n);throw new W(`'${t}': ${String(e)} is not a string, function or reference.`)},mi=({fn:e,argv:t},n)=>{let r=Array(t.length);for(let e=0;e<r.length;++e){let i=t[e];typeof i==`boolean`||typeof i==`number`?r[e]=i:r[e]=hi.evaluateExpression(i,`arg`,n)}let i=e.indexOf(`.`);if(i!==-1){let t=Zr[e.slice(0,i)]?.[e.slice(i+1)];if(typeof t==`function`)return t(...r)}let a=ui[e];if(typeof a==`function`)return a(...r);throw Error(`function ${e} not loaded in endpointFunctions.`)},hi={evaluateExpression:pi,callFunction:mi},gi=(e,t)=>{let{assign:n}=e;if(n&&n in t.referenceRecord)throw new W(`'${n}' is already defined in Reference Record.`);let r=mi(e,t);t.logger?.debug?.(`endpoints evaluateCondition: ${Xr(e)} = ${Xr(r)}`);let i=r===``||!!r;return n==null?{result:i}:{result:i,toAssign:{name:n,value:r}}},_i=(e,t)=>Object.entries(e??{}).reduce((e,[n,r])=>(e[n]=r.map(e=>{let r=pi(e,`Header value entry`,t);if(typeof r!=`string`)throw new W(`Header '${n}' value '${r}' is not a string`);return r}),e),{}),vi=(e,t)=>Object.entries(e).reduce((e,[n,r])=>(e[n]=bi.getEndpointProperty(r,t),e),{}),yi=(e,t)=>{if(Array.isArray(e))return e.map(e=>yi(e,t));switch(typeof e){case`string`:return di(e,t);case`object`:if(e===null)throw new W(`Unexpected endpoint property: ${e}`);return bi.getEndpointProperties(e,t);case`boolean`:return e;default:throw new W(`Unexpected endpoint property type: ${typeof e}`)}},bi={getEndpointProperty:yi,getEndpointProperties:vi},xi=(e,t)=>{let n=pi(e,`Endpoint URL`,t);if(typeof n==`string`)try{return new URL(n)}catch(e){throw console.error(`Failed to construct URL with ${n}`,e),e}throw new W(`Endpoint URL must be a string, got ${typeof n}`)},Si=1e8,Ci=(e,t)=>{let{nodes:n,root:r,results:i,conditions:a}=e,o=r,s={},c={referenceRecord:s,endpointParams:t.endpointParams,logger:t.logger};for(;o!==1&&o!==-1&&o<Si;){let e=3*(Math.abs(o)-1),[t,r,i]=[n[e],n[e+1],n[e+2]],[l,u,d]=a[t],f=gi({fn:l,assign:d,argv:u},c);if(f.toAssign){let{name:e,value:t}=f.toAssign;s[e]=t}o=o>=0===f.result?r:i}if(o>=Si){let e=i[o-Si];if(e[0]===-1){let[,t]=e;throw new W(pi(t,`Error`,c))}let[t,n,r]=e;return{url:xi(t,c),properties:vi(n,c),headers:_i(r??{},c)}}throw new W(`No matching endpoint.`)},wi=qr(Nr);Wr(Nr);const Ti=Kr(Nr),Ei=e=>typeof ReadableStream==`function`&&(e?.constructor?.name===ReadableStream.name||e instanceof ReadableStream),Di=e=>typeof Blob==`function`&&(e?.constructor?.name===Blob.name||e instanceof Blob),Oi=e=>new TextEncoder().encode(e),ki=`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/`;Object.entries(ki).reduce((e,[t,n])=>(e[n]=Number(t),e),{});const Ai=ki.split(``);function ji(e){let t;t=typeof e==`string`?Oi(e):e;let n=typeof t==`object`&&typeof t.length==`number`,r=typeof t==`object`&&typeof t.byteOffset==`number`&&typeof t.byteLength==`number`;if(!n&&!r)throw Error(`@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.`);let i=``;for(let e=0;e<t.length;e+=3){let n=0,r=0;for(let i=e,a=Math.min(e+3,t.length);i<a;i++)n|=t[i]<<(a-i-1)*8,r+=8;let a=Math.ceil(r/6);n<<=a*6-r;for(let e=1;e<=a;e++){let t=(a-e)*6;i+=Ai[(n&63<<t)>>t]}i+=`==`.slice(0,4-a)}return i}const Mi=e=>{if(typeof e==`string`)return e;if(typeof e!=`object`||typeof e.byteOffset!=`number`||typeof e.byteLength!=`number`)throw Error(`@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.`);return new TextDecoder(`utf-8`).decode(e)},Ni=async e=>Di(e)?Pi(e):Fi(e);async function Pi(e){return e.arrayBuffer().then(e=>new Uint8Array(e))}async function Fi(e){let t=[],n=e.getReader(),r=0;for(;;){let{done:e,value:i}=await n.read();if(i&&(t.push(i),r+=i.length),e)break}return Xt(t,r)}const Ii=`The stream has already been transformed.`,Li=e=>{if(!Ri(e)&&!Ei(e)){let t=e?.__proto__?.constructor?.name||e;throw Error(`Unexpected stream implementation, expect Blob or ReadableStream, got ${t}`)}let t=!1,n=async()=>{if(t)throw Error(Ii);return t=!0,await Ni(e)},r=e=>{if(typeof e.stream!=`function`)throw Error(`Cannot transform payload Blob to web stream. Please make sure the Blob.stream() is polyfilled.
If you are using React Native, this API is not yet supported, see: https://react-native.canny.io/feature-requests/p/fetch-streaming-body`);return e.stream()};return Object.assign(e,{transformToByteArray:n,transformToString:async e=>{let t=await n();if(e===`base64`)return ji(t);if(e===`hex`)return F(t);if(e===void 0||e===`utf8`||e===`utf-8`)return Mi(t);if(typeof TextDecoder==`function`)return new TextDecoder(e).decode(t);throw Error(`TextDecoder is not available, please make sure polyfill is provided.`)},transformToWebStream:()=>{if(t)throw Error(Ii);if(t=!0,Ri(e))return r(e);if(Ei(e))return e;throw Error(`Cannot transform payload to web stream, got ${e}`)}})},Ri=e=>typeof Blob==`function`&&e instanceof Blob,zi=e=>Di(e)?Pi(e):Ei(e)?Fi(e):new Promise((t,n)=>{let r=new Bi,i=e;i.pipe(r),i.on(`error`,e=>{r.end(),n(e)}),r.on(`error`,n),r.on(`finish`,function(){t(Xt(this.bufferedBytes))})});var Bi=class extends external_node_stream_namespaceObject.Writable{bufferedBytes=[];_write(e,t,n){this.bufferedBytes.push(e),n()}};const Vi=`The stream has already been transformed.`,Hi=e=>{if(!(e instanceof external_node_stream_namespaceObject.Readable))try{return Li(e)}catch{let t=e?.__proto__?.constructor?.name||e;throw Error(`Unexpected stream implementation, expect Stream.Readable instance, got ${t}`)}let t=!1,n=async()=>{if(t)throw Error(Vi);return t=!0,await zi(e)};return Object.assign(e,{transformToByteArray:n,transformToString:async e=>{let t=await n();return e===void 0||Buffer.isEncoding(e)?we(t.buffer,t.byteOffset,t.byteLength).toString(e):new TextDecoder(e).decode(t)},transformToWebStream:()=>{if(t)throw Error(Vi);if(e.readableFlowing!==null)throw Error(`The stream has been consumed by other callbacks.`);if(typeof external_node_stream_namespaceObject.Readable.toWeb!=`function`)throw Error(`Readable.toWeb() is not supported. Please ensure a polyfill is available.`);return t=!0,external_node_stream_namespaceObject.Readable.toWeb(e)}})};function Ui(e){Object.defineProperty(e,"__proto__",{value:void 0,writable:!0,enumerable:!0,configurable:!0})}var Wi=class extends ke(Ae,T,Oe,De){};const Gi=je(external_node_crypto_.getRandomValues),Ki=Gi,qi=async(e=new Uint8Array,t)=>{if(e instanceof Uint8Array)return Wi.mutate(e);if(!e)return Wi.mutate(new Uint8Array);let n=t.streamCollector(e);return Wi.mutate(await n)};function Ji(e){return/^[\w.~-]+$/.test(e)?e:encodeURIComponent(e).replace(/[!'()*]/g,function(e){return`%`+e.charCodeAt(0).toString(16).toUpperCase()})}const Yi=Symbol.for(`@smithy/schema-x`);var Xi=class e extends U{static identity=Symbol.for(`@smithy/HttpBindingNormalizedSchema`);identity=e.identity;bindings;constructor(e){super(e)}static of(t){let n=U.of(t);if(n.identity===e.identity)return n;let r=n.isMemberSchema()?n:n.getSchema(),i=typeof r==`object`&&r?r:n;return i[Yi]??=new e(n)}getHttpBindingLocation(e){return e.httpPayload?36:e.httpLabel?33:e.httpHeader?38:typeof e.httpPrefixHeaders==`string`?39:e.httpQuery?34:e.httpQueryParams?35:e.httpResponseCode?37:32}getHttpBindingValue(e,t,n=!1){let r=this.getSchema(),i=typeof r==`number`?r&255:this.isListSchema()?64:255,a=e&7,o=t.mediaType?t.mediaType===`application/json`||t.mediaType.endsWith(`+json`)?2:1:0,s=t.streaming||i===42?this.isStructSchema()?2:1:0,c=i>=4&&i<=7?a>=6?2:+(a>0&&a<4):0,l=i|o<<8|!!t.idempotencyToken<<10|s<<11|!!t.sparse<<13|c<<14|!!t.hostLabel<<17|(e===36&&typeof r!=`object`)<<18,u=i&192,d=a&2&&(u===64||!n&&a&1)?this.getHttpBindingCollectionValue(e,t):void 0,f=(d?.[1]??0)&255;return l|=(a>=6&&(f===4||f===6))<<16,[this,l,d]}getHttpBindingCollectionValue(t,n=this.getMergedTraits()){let r=e.of(this.getValueSchema());return r.getHttpBindingValue(t,{...r.getMergedTraits(),...n},!0)}getHttpBindings(){let e=this.getSchema();return typeof e!=`object`||!e?ea:this.bindings??=Zi(this)}};const Zi=e=>{let t=[],n=[],r=[],i=[],a=[],o={},s={},c=[],l={headers:s,prefixHeaders:c},u={request:{memberBindings:a,byName:o},response:{bodyMemberNames:t,bindings:l}},{request:d,response:f}=u;for(let[u,f]of e.structIterator()){let e=Xi.of(f),p=e.getMergedTraits(),m=e.getHttpBindingLocation(p),h=p.httpHeader?.toLowerCase()??p.httpPrefixHeaders?.toLowerCase()??p.httpQuery,g=e.getHttpBindingValue(m,p),_=[u,g,m,h];u===`__proto__`&&Ui(o),o[u]=_,g[1]>>10&1&&(d.hasIdempotency=!0),a.push(_);let v=m&7;if(v===0&&(r.push(u),i.push(f)),!(v&4))t.push(u),n.push(f);else if((v&6)==4){if(v&1)l.statusCode=_;else{l.payload=_;let e=g[1]&255;d.contentTypeInstruction=p.mediaType??(e===0?`text/plain`:e===21||e===42?`application/octet-stream`:null)}}else v&1?(d.hasPrefixHeaders=!0,c.push(_)):(h===`__proto__`&&Ui(s),s[h]=_)}return d.contentTypeInstruction===void 0&&r.length&&(d.contentTypeInstruction=null),d.syntheticBodySchema=na(e,r,i),f.syntheticBodySchema=na(e,t,n),u},Qi=e=>{let t=[],n=0;for(let r of e.matchAll(/\{([^{}+]+)(\+)?\}/g))r.index>n&&t.push([e.slice(n,r.index),0]),t.push([r[1],r[2]?2:1]),n=r.index+r[0].length;return t.length&&n<e.length&&t.push([e.slice(n),0]),t.length?t:void 0},$i=e=>{let{http:t,endpoint:n}=Ln(e.traits??{}),[r,i]=t?.[1].split(`?`)??[];return[t?.[0],r,i?[...new URLSearchParams(i)]:[],r?Qi(r):void 0,n?.[0]]},ea={request:{memberBindings:[],byName:{}},response:{bodyMemberNames:[],bindings:{headers:{},prefixHeaders:[]}}},ta=e=>e[Yi]??=$i(e),na=(e,t,n)=>{if(!t.length)return;let r=e.getSchema(),i=[3,r[1],r[2],e.getMergedTraits(),t,n],a=r[6],o=a&&t.reduce((e,t)=>e+ +(r[4].indexOf(t)<a),0);return o&&(i[6]=o),i};var ra=class{serdeContext;setSerdeContext(e){this.serdeContext=e}},ia=class extends ra{options;compositeErrorRegistry;constructor(e){super(),this.options=e,this.compositeErrorRegistry=new Wn(e.defaultNamespace);for(let t of e.errorTypeRegistries??[])this.compositeErrorRegistry.copyFrom(t)}getRequestType(){return k}getResponseType(){return A}setSerdeContext(e){this.serdeContext=e,this.serializer.setSerdeContext(e),this.deserializer.setSerdeContext(e),this.getPayloadCodec()&&this.getPayloadCodec().setSerdeContext(e)}updateServiceEndpoint(e,t){if(`url`in t){e.protocol=t.url.protocol,e.hostname=t.url.hostname,e.port=t.url.port?Number(t.url.port):void 0,e.path=t.url.pathname,e.fragment=t.url.hash||void 0,e.username=t.url.username||void 0,e.password=t.url.password||void 0,e.query||={};for(let[n,r]of t.url.searchParams.entries())e.query[n]=r;if(t.headers)for(let n in t.headers)O(t.headers,n)&&(e.headers[n]=t.headers[n].join(`, `));return e}if(e.protocol=t.protocol,e.hostname=t.hostname,e.port=t.port?Number(t.port):void 0,e.path=t.path,e.query={...t.query},t.headers)for(let n in t.headers)O(t.headers,n)&&(e.headers[n]=t.headers[n]);return e}setHostPrefix(e,t,n,r=ta(t)){if(this.serdeContext?.disableHostPrefix)return;let i=r[4];if(typeof i!=`string`)return;let a=i;for(let[e,[,r]]of Xi.of(t.input).getHttpBindings().request.memberBindings){if(!(r>>17&1))continue;let t=n[e];if(typeof t!=`string`)throw Error(`@smithy/core/schema - ${e} in input must be a string as hostLabel.`);a=a.replace(`{${e}}`,t)}if(e.hostname=a+e.hostname,!ze(e.hostname))throw Error(`[${e.hostname}] is not a valid hostname.`)}deserializeMetadata(e){return{httpStatusCode:e.statusCode,requestId:e.headers[`x-amzn-requestid`]??e.headers[`x-amzn-request-id`]??e.headers[`x-amz-request-id`],extendedRequestId:e.headers[`x-amz-id-2`],cfId:e.headers[`x-amz-cf-id`]}}resolveError(e,t,n){let r=[-3,``,`Error`,0,[],[],0],i;for(let r of n)for(let n of t)try{i=n===`*`?r.getSchema(e):r.getSchema(n+`#`+e);let t=r.getErrorCtor(i);if(t)return[i,t,`modeled`];{let e=r.getBaseException();if(e){let t=r.getErrorCtor(e);if(t)return[i,t,`synthetic`]}}}catch{}for(let e of n){let t=e.getBaseException();if(t){let n=e.getErrorCtor(t);if(n)return[t,n,`synthetic`]}}return[r,Error,`native`]}async serializeEventStream({eventStream:e,requestSchema:t,initialRequest:n}){return(await this.loadEventStreamCapability()).serializeEventStream({eventStream:e,requestSchema:t,initialRequest:n})}async deserializeEventStream({response:e,responseSchema:t,initialResponseContainer:n}){return(await this.loadEventStreamCapability()).deserializeEventStream({response:e,responseSchema:t,initialResponseContainer:n})}async loadEventStreamCapability(){let{EventStreamSerde:e,eventStreamSerdeProvider:t}=await __nccwpck_require__.e(/* import() */ 456).then(__nccwpck_require__.bind(__nccwpck_require__, 456));return new e({marshaller:this.resolveEventStreamMarshaller(t),serializer:this.serializer,deserializer:this.deserializer,serdeContext:this.serdeContext,defaultContentType:this.getDefaultContentType(),compositeErrorRegistry:this.compositeErrorRegistry})}getDefaultContentType(){throw Error(`@smithy/core/protocols - ${this.constructor.name} getDefaultContentType() implementation missing.`)}async deserializeHttpMessage(e,t,n,r,i){return[]}getEventStreamMarshaller(){let e=this.serdeContext;if(!e.eventStreamMarshaller)throw Error(`@smithy/core - HttpProtocol: eventStreamMarshaller missing in serdeContext.`);return e.eventStreamMarshaller}resolveEventStreamMarshaller(e){let t=this.serdeContext;return t.eventStreamMarshaller?t.eventStreamMarshaller:e(this.serdeContext)}},aa=class extends ia{async serializeRequest(e,t,n){let r=this.serializer,i={},a={},o=await n.endpoint(),s=U.of(e?.input),c=s.getSchema(),l,u=t&&typeof t==`object`?t:{},d=new k({protocol:``,hostname:``,port:void 0,path:`/`,fragment:void 0,query:i,headers:a,body:void 0});if(o&&(this.updateServiceEndpoint(d,o),this.setHostPrefix(d,e,u)),u){let e=s.getEventStreamMember();if(e){if(u[e]){let t={};for(let[n]of s.structIterator())n!==e&&u[n]!=null&&(t[n]=u[n]);l=await this.serializeEventStream({eventStream:u[e],requestSchema:s,initialRequest:t})}}else r.write(c,u),l=r.flush()}return d.headers=Object.assign(d.headers,a),d.query=i,d.body=l,d.method=`POST`,d}async deserializeResponse(e,t,n){let r=this.deserializer,i=U.of(e.output),a={};if(this.isErrorResponse(n.statusCode)){let i=await qi(n.body,t);throw i.byteLength>0&&Object.assign(a,await r.read(15,i)),await this.handleError(e,t,n,a,this.deserializeMetadata(n)),Error(`@smithy/core/protocols - RPC Protocol error handler failed to throw.`)}for(let e in n.headers){if(!O(n.headers,e))continue;let t=n.headers[e];delete n.headers[e],n.headers[e.toLowerCase()]=t}let o=i.getEventStreamMember();if(o)a[o]=await this.deserializeEventStream({response:n,responseSchema:i,initialResponseContainer:a});else{let e=await qi(n.body,t);e.byteLength>0&&Object.assign(a,await r.read(i,e))}return a.$metadata=this.deserializeMetadata(n),a}isErrorResponse(e){return e>=300}},oa=class extends ra{settings;constructor(e){super(),this.settings=e}read(e,t){let n=Xi.of(e),r=n.getMergedTraits(),i=n.getHttpBindingLocation(r);return this.readHttpBinding(n.getHttpBindingValue(i,r),t,i)}readHttpBinding([e,t,n],r,i){let a=t&255;if((a&192)==64)return n??=e.getHttpBindingCollectionValue(i),Ut(r).map(e=>this.readHttpBinding(n,e,i));switch(a){case 21:case 42:return(this.serdeContext?.base64Decoder??De)(r);case 4:case 5:case 6:case 7:{let e=this.settings.httpBindings?t>>14&3:0;switch(this.settings.timestampFormat.useTrait&&a>4?a:e?e+4:this.settings.timestampFormat.default){case 5:return Bt(r);case 6:return Vt(r);case 7:return zt(r);default:return console.warn(`Missing timestamp format, parsing value with Date constructor:`,r),new Date(r)}}case 0:{let e=t>>8&3;if(!e)return r;let n=r;return(i&6)==6&&(n=(this.serdeContext?.utf8Encoder??Ae)((this.serdeContext?.base64Decoder??De)(n))),e===2?N.from(n):n}case 1:return Number(r);case 2:return r.toLowerCase()===`true`;case 17:return BigInt(r);case 19:return new Gt(r,`bigDecimal`);default:return r}}};function sa(e,t){if(t.timestampFormat.useTrait){let t=e.getSchema();if(t===5||t===6||t===7)return t}let{httpLabel:n,httpPrefixHeaders:r,httpHeader:i,httpQuery:a}=e.getMergedTraits();return(t.httpBindings?typeof r==`string`||i?6:a||n?5:void 0:void 0)??t.timestampFormat.default}const ca=e=>(e.logger&&e.logger.constructor?.name!==`NoOpLogger`&&e.requestHandler?.updateHttpClientConfig?.(Symbol.for(`logger`),e.logger),e.defaultSocketTimeout&&e.requestHandler?.updateHttpClientConfig?.(Symbol.for(`@smithy/defaultSocketTimeout`),e.defaultSocketTimeout),{setHttpHandler(t){e.requestHandler=t},httpHandler(){return e.requestHandler},updateHttpClientConfig(t,n){e.requestHandler?.updateHttpClientConfig(t,n)},httpHandlerConfigs(){return e.requestHandler.httpHandlerConfigs()}}),la=e=>({requestHandler:e.httpHandler()}),ua=`content-length`;function da(e){return t=>async n=>{let r=n.request;if(k.isInstance(r)){let{body:t,headers:n}=r;if(t&&Object.keys(n).map(e=>e.toLowerCase()).indexOf(ua)===-1)try{let n=e(t);n!=null&&(r.headers={...r.headers,[ua]:String(n)})}catch{}}return t({...n,request:r})}}const fa={step:`build`,tags:[`SET_CONTENT_LENGTH`,`CONTENT_LENGTH`],name:`contentLengthMiddleware`,override:!0},pa=e=>({applyToStack:t=>{t.add(da(e.bodyLengthChecker),fa)}}),G=e=>encodeURIComponent(e).replace(/[!'()*]/g,ma),ma=e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`;function ha(e){let t=[];for(let n of Object.keys(e).sort()){let r=e[n];if(n=G(n),Array.isArray(r))for(let e=0,i=r.length;e<i;e++)t.push(`${n}=${G(r[e])}`);else{let e=n;(r||typeof r==`string`)&&(e+=`=${G(r)}`),t.push(e)}}return t.join(`&`)}function ga(e){return e}const _a=e=>t=>async n=>{if(!k.isInstance(n.request))return t(n);let{request:r}=n,{handlerProtocol:i=``}=e.requestHandler.metadata||{};if(i.indexOf(`h2`)>=0&&!r.headers[`:authority`])delete r.headers.host,r.headers[`:authority`]=r.hostname+(r.port?`:`+r.port:``);else if(!r.headers.host){let e=r.hostname;r.port!=null&&(e+=`:${r.port}`),r.headers.host=e}return t(n)},va={name:`hostHeaderMiddleware`,step:`build`,priority:`low`,tags:[`HOST`],override:!0},ya=e=>({applyToStack:t=>{t.add(_a(e),va)}}),ba=()=>(e,t)=>async n=>{try{let r=await e(n),{clientName:i,commandName:a,logger:o,dynamoDbDocumentClientOptions:s={}}=t,{overrideInputFilterSensitiveLog:c,overrideOutputFilterSensitiveLog:l}=s,u=c??t.inputFilterSensitiveLog,d=l??t.outputFilterSensitiveLog,{$metadata:f,...p}=r.output;return o?.info?.({clientName:i,commandName:a,input:u(n.input),output:d(p),metadata:f}),r}catch(e){let{clientName:r,commandName:i,logger:a,dynamoDbDocumentClientOptions:o={}}=t,{overrideInputFilterSensitiveLog:s}=o,c=s??t.inputFilterSensitiveLog;throw a?.error?.({clientName:r,commandName:i,input:c(n.input),error:e,metadata:e.$metadata}),e}},xa={name:`loggerMiddleware`,tags:[`LOGGER`],step:`initialize`,override:!0},Sa=e=>({applyToStack:e=>{e.add(ba(),xa)}}),Ca={step:`build`,tags:[`RECURSION_DETECTION`,`TRACE_CONTEXT_PROPAGATION`],name:`recursionDetectionMiddleware`,override:!0,priority:`low`},K={REQUEST_ID:Symbol.for(`_AWS_LAMBDA_REQUEST_ID`),X_RAY_TRACE_ID:Symbol.for(`_AWS_LAMBDA_X_RAY_TRACE_ID`),TENANT_ID:Symbol.for(`_AWS_LAMBDA_TENANT_ID`),TRACEPARENT:Symbol.for(`_AWS_LAMBDA_TRACEPARENT`),TRACESTATE:Symbol.for(`_AWS_LAMBDA_TRACESTATE`),BAGGAGE:Symbol.for(`_AWS_LAMBDA_BAGGAGE`)},wa=[`true`,`1`].includes(process.env?.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA??``);wa||(globalThis.awslambda=globalThis.awslambda||{});var Ta=class{static PROTECTED_KEYS=K;isProtectedKey(e){return Object.values(K).includes(e)}getRequestId(){return this.get(K.REQUEST_ID)??`-`}getXRayTraceId(){return this.get(K.X_RAY_TRACE_ID)}getTenantId(){return this.get(K.TENANT_ID)}getTraceparent(){return this.get(K.TRACEPARENT)}getTracestate(){return this.get(K.TRACESTATE)}getBaggage(){return this.get(K.BAGGAGE)}},Ea=class extends Ta{currentContext;getContext(){return this.currentContext}hasContext(){return this.currentContext!==void 0}get(e){return this.currentContext?.[e]}set(e,t){if(this.isProtectedKey(e))throw Error(`Cannot modify protected Lambda context field: ${String(e)}`);this.currentContext=this.currentContext||{},this.currentContext[e]=t}run(e,t){return this.currentContext=e,t()}},Da=class e extends Ta{als;static async create(){let t=new e;return t.als=new(await(Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 698, 19)))).AsyncLocalStorage,t}getContext(){return this.als.getStore()}hasContext(){return this.als.getStore()!==void 0}get(e){return this.als.getStore()?.[e]}set(e,t){if(this.isProtectedKey(e))throw Error(`Cannot modify protected Lambda context field: ${String(e)}`);let n=this.als.getStore();if(!n)throw Error(`No context available`);n[e]=t}run(e,t){return this.als.run(e,t)}},Oa;(function(e){let t=null;async function n(e){return t||=(async()=>{let t=e===!0||`AWS_LAMBDA_MAX_CONCURRENCY`in process.env?await Da.create():new Ea;return!wa&&globalThis.awslambda?.InvokeStore?globalThis.awslambda.InvokeStore:(!wa&&globalThis.awslambda&&(globalThis.awslambda.InvokeStore=t),t)})(),t}e.getInstanceAsync=n,e._testing=process.env.AWS_LAMBDA_BENCHMARK_MODE===`1`?{reset:()=>{t=null,globalThis.awslambda?.InvokeStore&&delete globalThis.awslambda.InvokeStore,globalThis.awslambda={InvokeStore:void 0}}}:void 0})(Oa||={});const ka=`X-Amzn-Trace-Id`,Aa=`traceparent`,ja=`tracestate`,Ma=`baggage`,Na=()=>e=>async t=>{let{request:n}=t;if(!k.isInstance(n))return e(t);let r;{let e=Object.keys(n.headers??{}).find(e=>e.toLowerCase()===`x-amzn-trace-id`)??ka;if(!n.headers.hasOwnProperty(e)){let e=process.env.AWS_LAMBDA_FUNCTION_NAME,t=process.env._X_AMZN_TRACE_ID;r??=await Oa.getInstanceAsync();let i=r?.getXRayTraceId()??t,a=e=>typeof e==`string`&&e.length>0;a(e)&&a(i)&&(n.headers[ka]=i)}}if(Pa(n.headers),!n.headers[Aa]){let e=(r??=await Oa.getInstanceAsync())?.getTraceparent?.();if(e){n.headers[Aa]=e;let t=r?.getTracestate?.();t&&(n.headers[ja]=t);let i=r?.getBaggage?.();i&&(n.headers[Ma]=i)}}return e(t)};function Pa(e){for(let t of Object.keys(e)){let n=t.toLowerCase();t!==n&&(n===Aa||n===ja||n===Ma)&&(e[n]=e[t],delete e[t])}}const Fa=e=>({applyToStack:e=>{e.add(Na(),Ca)}}),Ia=(e,t)=>{if(!t||t.length===0)return e;let n=[];for(let r of t)for(let t of e)t.schemeId.split(`#`)[1]===r&&n.push(t);for(let t of e)n.find(({schemeId:e})=>e===t.schemeId)||n.push(t);return n};function La(e){let t=new Map;for(let n of e)t.set(n.schemeId,n);return t}const Ra=(e,t)=>(n,r)=>async i=>{let a=e.httpAuthSchemeProvider(await t.httpAuthSchemeParametersProvider(e,r,i.input)),o=e.authSchemePreference?await e.authSchemePreference():[],s=Ia(a,o),c=La(e.httpAuthSchemes),l=D(r),u=[];for(let n of s){let i=c.get(n.schemeId);if(!i){u.push(`HttpAuthScheme \`${n.schemeId}\` was not enabled for this service.`);continue}let a=i.identityProvider(await t.identityProviderConfigProvider(e));if(!a){u.push(`HttpAuthScheme \`${n.schemeId}\` did not have an IdentityProvider configured.`);continue}let{identityProperties:o={},signingProperties:s={}}=n.propertiesExtractor?.(e,r)||{};n.identityProperties=Object.assign(n.identityProperties||{},o),n.signingProperties=Object.assign(n.signingProperties||{},s),l.selectedHttpAuthScheme={httpAuthOption:n,identity:await a(n.identityProperties),signer:i.signer};break}if(!l.selectedHttpAuthScheme)throw Error(u.join(`
`));return n(i)},za={step:`serialize`,tags:[`HTTP_AUTH_SCHEME`],name:`httpAuthSchemeMiddleware`,override:!0,relation:`before`,toMiddleware:`endpointV2Middleware`},Ba=(e,{httpAuthSchemeParametersProvider:t,identityProviderConfigProvider:n})=>({applyToStack:r=>{r.addRelativeTo(Ra(e,{httpAuthSchemeParametersProvider:t,identityProviderConfigProvider:n}),za)}}),Va=e=>e=>{throw e},Ha=(e,t)=>{},Ua=e=>(e,t)=>async n=>{if(!k.isInstance(n.request))return e(n);let r=D(t).selectedHttpAuthScheme;if(!r)throw Error(`No HttpAuthScheme was selected: unable to sign request`);let{httpAuthOption:{signingProperties:i={}},identity:a,signer:o}=r,s=await e({...n,request:await o.sign(n.request,a,i)}).catch((o.errorHandler||Va)(i));return(o.successHandler||Ha)(s.response,i),s},Wa={step:`finalizeRequest`,tags:[`HTTP_SIGNING`],name:`httpSigningMiddleware`,aliases:[`apiKeyMiddleware`,`tokenMiddleware`,`awsAuthMiddleware`],override:!0,relation:`after`,toMiddleware:`retryMiddleware`},Ga=e=>({applyToStack:t=>{t.addRelativeTo(Ua(e),Wa)}}),q=e=>{if(typeof e==`function`)return e;let t=Promise.resolve(e);return()=>t};var Ka=class{authSchemes=new Map;constructor(e){for(let t in e){if(!O(e,t))continue;let n=e[t];n!==void 0&&this.authSchemes.set(t,n)}}getIdentityProvider(e){return this.authSchemes.get(e)}};const qa=(e=>function(t){return Ja(t)&&t.expiration.getTime()-Date.now()<e})(3e5),Ja=e=>e.expiration!==void 0,Ya=(e,t,n)=>{if(e===void 0)return;let r=typeof e==`function`?e:async()=>Promise.resolve(e),i,a,o,s=!1,c=async e=>{a||=r(e);try{i=await a,o=!0,s=!1}finally{a=void 0}return i};return t===void 0?async e=>((!o||e?.forceRefresh)&&(i=await c(e)),i):async e=>((!o||e?.forceRefresh)&&(i=await c(e)),s?i:n(i)?(t(i)&&await c(e),i):(s=!0,i))};function Xa(e){return e===void 0||typeof e==`string`&&e.length<=50}function Za(e){let t=q(e.userAgentAppId??void 0),{customUserAgent:n}=e;return Object.assign(e,{customUserAgent:typeof n==`string`?[[n]]:n,userAgentAppId:async()=>{let n=await t();if(!Xa(n)){let t=e.logger?.constructor?.name===`NoOpLogger`||!e.logger?console:e.logger;typeof n==`string`?n.length>50&&t?.warn(`The provided userAgentAppId exceeds the maximum length of 50 characters.`):t?.warn(`userAgentAppId must be a string or undefined.`)}return n}})}let Qa={partitions:[{id:`aws`,outputs:{dnsSuffix:`amazonaws.com`,dualStackDnsSuffix:`api.aws`,implicitGlobalRegion:`us-east-1`,name:`aws`,supportsDualStack:!0,supportsFIPS:!0},regionRegex:`^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$`,regions:{"af-south-1":{description:`Africa (Cape Town)`},"ap-east-1":{description:`Asia Pacific (Hong Kong)`},"ap-east-2":{description:`Asia Pacific (Taipei)`},"ap-northeast-1":{description:`Asia Pacific (Tokyo)`},"ap-northeast-2":{description:`Asia Pacific (Seoul)`},"ap-northeast-3":{description:`Asia Pacific (Osaka)`},"ap-south-1":{description:`Asia Pacific (Mumbai)`},"ap-south-2":{description:`Asia Pacific (Hyderabad)`},"ap-southeast-1":{description:`Asia Pacific (Singapore)`},"ap-southeast-2":{description:`Asia Pacific (Sydney)`},"ap-southeast-3":{description:`Asia Pacific (Jakarta)`},"ap-southeast-4":{description:`Asia Pacific (Melbourne)`},"ap-southeast-5":{description:`Asia Pacific (Malaysia)`},"ap-southeast-6":{description:`Asia Pacific (New Zealand)`},"ap-southeast-7":{description:`Asia Pacific (Thailand)`},"aws-global":{description:`aws global region`},"ca-central-1":{description:`Canada (Central)`},"ca-west-1":{description:`Canada West (Calgary)`},"eu-central-1":{description:`Europe (Frankfurt)`},"eu-central-2":{description:`Europe (Zurich)`},"eu-north-1":{description:`Europe (Stockholm)`},"eu-south-1":{description:`Europe (Milan)`},"eu-south-2":{description:`Europe (Spain)`},"eu-west-1":{description:`Europe (Ireland)`},"eu-west-2":{description:`Europe (London)`},"eu-west-3":{description:`Europe (Paris)`},"il-central-1":{description:`Israel (Tel Aviv)`},"me-central-1":{description:`Middle East (UAE)`},"me-south-1":{description:`Middle East (Bahrain)`},"me-west-1":{description:`Middle East (Saudi Arabia)`},"mx-central-1":{description:`Mexico (Central)`},"sa-east-1":{description:`South America (Sao Paulo)`},"sa-west-1":{description:`South America (Chile)`},"us-east-1":{description:`US East (N. Virginia)`},"us-east-2":{description:`US East (Ohio)`},"us-west-1":{description:`US West (N. California)`},"us-west-2":{description:`US West (Oregon)`}}},{id:`aws-cn`,outputs:{dnsSuffix:`amazonaws.com.cn`,dualStackDnsSuffix:`api.amazonwebservices.com.cn`,implicitGlobalRegion:`cn-northwest-1`,name:`aws-cn`,supportsDualStack:!0,supportsFIPS:!0},regionRegex:`^cn\\-\\w+\\-\\d+$`,regions:{"aws-cn-global":{description:`aws-cn global region`},"cn-north-1":{description:`China (Beijing)`},"cn-northwest-1":{description:`China (Ningxia)`}}},{id:`aws-eusc`,outputs:{dnsSuffix:`amazonaws.eu`,dualStackDnsSuffix:`api.amazonwebservices.eu`,implicitGlobalRegion:`eusc-de-east-1`,name:`aws-eusc`,supportsDualStack:!0,supportsFIPS:!0},regionRegex:`^eusc\\-(de)\\-\\w+\\-\\d+$`,regions:{"eusc-de-east-1":{description:`AWS European Sovereign Cloud (Germany)`}}},{id:`aws-iso`,outputs:{dnsSuffix:`c2s.ic.gov`,dualStackDnsSuffix:`api.aws.ic.gov`,implicitGlobalRegion:`us-iso-east-1`,name:`aws-iso`,supportsDualStack:!0,supportsFIPS:!0},regionRegex:`^us\\-iso\\-\\w+\\-\\d+$`,regions:{"aws-iso-global":{description:`aws-iso global region`},"us-iso-east-1":{description:`US ISO East`},"us-iso-west-1":{description:`US ISO WEST`}}},{id:`aws-iso-b`,outputs:{dnsSuffix:`sc2s.sgov.gov`,dualStackDnsSuffix:`api.aws.scloud`,implicitGlobalRegion:`us-isob-east-1`,name:`aws-iso-b`,supportsDualStack:!0,supportsFIPS:!0},regionRegex:`^us\\-isob\\-\\w+\\-\\d+$`,regions:{"aws-iso-b-global":{description:`aws-iso-b global region`},"us-isob-east-1":{description:`US ISOB East (Ohio)`},"us-isob-west-1":{description:`US ISOB West`}}},{id:`aws-iso-e`,outputs:{dnsSuffix:`cloud.adc-e.uk`,dualStackDnsSuffix:`api.cloud-aws.adc-e.uk`,implicitGlobalRegion:`eu-isoe-west-1`,name:`aws-iso-e`,supportsDualStack:!0,supportsFIPS:!0},regionRegex:`^eu\\-isoe\\-\\w+\\-\\d+$`,regions:{"aws-iso-e-global":{description:`aws-iso-e global region`},"eu-isoe-west-1":{description:`EU ISOE West`}}},{id:`aws-iso-f`,outputs:{dnsSuffix:`csp.hci.ic.gov`,dualStackDnsSuffix:`api.aws.hci.ic.gov`,implicitGlobalRegion:`us-isof-south-1`,name:`aws-iso-f`,supportsDualStack:!0,supportsFIPS:!0},regionRegex:`^us\\-isof\\-\\w+\\-\\d+$`,regions:{"aws-iso-f-global":{description:`aws-iso-f global region`},"us-isof-east-1":{description:`US ISOF EAST`},"us-isof-south-1":{description:`US ISOF SOUTH`}}},{id:`aws-us-gov`,outputs:{dnsSuffix:`amazonaws.com`,dualStackDnsSuffix:`api.aws`,implicitGlobalRegion:`us-gov-west-1`,name:`aws-us-gov`,supportsDualStack:!0,supportsFIPS:!0},regionRegex:`^us\\-gov\\-\\w+\\-\\d+$`,regions:{"aws-us-gov-global":{description:`aws-us-gov global region`},"us-gov-east-1":{description:`AWS GovCloud (US-East)`},"us-gov-west-1":{description:`AWS GovCloud (US-West)`}}}],version:`1.1`};const $a=e=>{let{partitions:t}=Qa;for(let n of t){let{regions:t,outputs:r}=n;for(let[n,i]of Object.entries(t))if(n===e)return{...r,...i}}for(let n of t){let{regionRegex:t,outputs:r}=n;if(new RegExp(t).test(e))return{...r}}let n=t.find(e=>e.id===`aws`);if(!n)throw Error(`Provided region was not found in the partition array or regex, and default partition with id 'aws' doesn't exist.`);return{...n.outputs}},eo=()=>``,to=e=>e?.body instanceof external_node_stream_namespaceObject.Readable||typeof ReadableStream<`u`&&e?.body instanceof ReadableStream,no=[`BandwidthLimitExceeded`,`EC2ThrottledException`,`LimitExceededException`,`PriorRequestNotComplete`,`ProvisionedThroughputExceededException`,`RequestLimitExceeded`,`RequestThrottled`,`RequestThrottledException`,`SlowDown`,`ThrottledException`,`Throttling`,`ThrottlingException`,`TooManyRequestsException`,`TransactionInProgressException`],ro=[`TimeoutError`,`RequestTimeout`,`RequestTimeoutException`],io=[500,502,503,504],ao=[`ECONNRESET`,`ECONNREFUSED`,`EPIPE`,`ETIMEDOUT`],oo=[`EHOSTUNREACH`,`ENETUNREACH`,`ENOTFOUND`,`EAI_AGAIN`],so=e=>e?.$retryable!==void 0,co=e=>e.$metadata?.clockSkewCorrected,lo=e=>{let t=new Set([`Failed to fetch`,`NetworkError when attempting to fetch resource`,`The Internet connection appears to be offline`,`Load failed`,`Network request failed`]);return e&&e instanceof TypeError?t.has(e.message):!1},uo=e=>e.$metadata?.httpStatusCode===429||no.includes(e.name)||e.$retryable?.throttling==1,fo=(e,t=0)=>e?.name!==`AbortError`&&(so(e)||co(e)||e.name===`InvalidSignatureException`&&e.message?.includes(`Signature expired`)||ro.includes(e.name)||ao.includes(e?.code||``)||oo.includes(e?.code||``)||io.includes(e.$metadata?.httpStatusCode||0)||lo(e)||mo(e)||e.cause!==void 0&&t<=10&&fo(e.cause,t+1)),po=e=>{if(e.$metadata?.httpStatusCode!==void 0){let t=e.$metadata.httpStatusCode;return 500<=t&&t<=599&&!fo(e)}return!1};function mo(e){return e.code===`ERR_HTTP2_STREAM_ERROR`&&e.message.includes(`NGHTTP2_REFUSED_STREAM`)}const ho=(e,t)=>{if(!t)return e;let n=()=>{},r=new Promise((e,r)=>{let i=()=>r(go());t.aborted?i():typeof t.addEventListener==`function`?(t.addEventListener(`abort`,i,{once:!0}),n=()=>t.removeEventListener(`abort`,i)):t.onabort=i});return Promise.race([e,r]).finally(n)},go=()=>Object.assign(Error(`Request aborted`),{name:`AbortError`}),_o=e=>typeof e==`object`&&!!e&&`name`in e&&e.name===`AbortError`,vo=2e4;function yo(e,t){if(A.isInstance(e))for(let n in e.headers){if(!O(e.headers,n))continue;let r=n.toLowerCase();if(r===`retry-after`){let r=e.headers[n],i=NaN;if(r.endsWith(`GMT`))try{i=(ht(r).getTime()-Date.now())/1e3}catch(e){t?.trace?.(`Failed to parse retry-after header`),t?.trace?.(e)}else r.match(/ GMT, ((\d+)|(\d+\.\d+))$/)?i=Number(r.match(/ GMT, ([\d.]+)$/)?.[1]):r.match(/^((\d+)|(\d+\.\d+))$/)?i=Number(r):Date.parse(r)>=Date.now()&&(i=(Date.parse(r)-Date.now())/1e3);return isNaN(i)?void 0:new Date(Date.now()+i*1e3)}if(r===`x-amz-retry-after`){let r=e.headers[n],i=Number(r);if(isNaN(i)){t?.trace?.(`Failed to parse x-amz-retry-after=${r}`);return}return new Date(Date.now()+i)}}}const bo=e=>e instanceof Error?e:e instanceof Object?Object.assign(Error(),e):Error(typeof e==`string`?e:`AWS SDK error wrapper for ${e}`);function xo(e){return t=>(n,r)=>async i=>{let a=await t.retryStrategy(),o=await t.maxAttempts(),s=r[Pe]?.abortSignal;if(So(a)){a=a;let c=(r.partition_id??``)+(r.__retryLongPoll?`:longpoll`:``),l=await ho(a.acquireInitialRetryToken(c),s),u=Error(),d=0,f=0,{request:p}=i,m=k.isInstance(p);for(m&&(p.headers[`amz-sdk-invocation-id`]=Gi());;)try{m&&(p.headers[`amz-sdk-request`]=`attempt=${d+1}; max=${o}`);let{response:e,output:t}=await n(i);return a.recordSuccess(l),t.$metadata.attempts=d+1,t.$metadata.totalRetryDelay=f,{response:e,output:t}}catch(n){let i=Co(n,t.logger);if(u=bo(n),m&&e(p))throw(r.logger instanceof lr?console:r.logger)?.warn(`An error was encountered in a non-retryable streaming request.`),u;try{l=await ho(a.refreshRetryTokenForRetry(l,i),s)}catch(e){throw s?.aborted&&_o(e)?e:(u.$metadata||(u.$metadata={}),u.$metadata.attempts=d+1,u.$metadata.totalRetryDelay=f,u)}d=l.getRetryCount();let o=l.getRetryDelay();f+=(l?.$retryLog?.acquisitionDelay??0)+o,o>0&&await ho(new Promise(e=>setTimeout(e,o)),s)}}else return a=a,a?.mode&&(r.userAgent=[...r.userAgent||[],[`cfg/retry-mode`,a.mode]]),a.retry(n,i)}}const So=e=>e.acquireInitialRetryToken!==void 0&&e.refreshRetryTokenForRetry!==void 0&&e.recordSuccess!==void 0,Co=(e,t)=>{let n={error:e,errorType:wo(e)},r=yo(e.$response,t);return r&&(n.retryAfterHint=r),n},wo=e=>uo(e)?`THROTTLING`:fo(e)?`TRANSIENT`:po(e)?`SERVER_ERROR`:`CLIENT_ERROR`,To={name:`retryMiddleware`,tags:[`RETRY`],step:`finalizeRequest`,priority:`high`,override:!0};function Eo(e){let t=xo(e);return e=>({applyToStack:n=>{n.add(t(e),To)}})}var Do=class e{static setTimeoutFn=(e,t)=>setTimeout(e,t);beta;minCapacity;minFillRate;scaleConstant;smooth;enabled=!1;availableTokens=0;lastMaxRate=0;measuredTxRate=0;requestCount=0;fillRate;lastThrottleTime;lastTimestamp=0;lastTxRateBucket;maxCapacity;timeWindow=0;constructor(e){this.beta=e?.beta??.7,this.minCapacity=e?.minCapacity??1,this.minFillRate=e?.minFillRate??.5,this.scaleConstant=e?.scaleConstant??.4,this.smooth=e?.smooth??.8,this.lastThrottleTime=this.getCurrentTimeInSeconds(),this.lastTxRateBucket=Math.floor(this.getCurrentTimeInSeconds()),this.fillRate=this.minFillRate,this.maxCapacity=this.minCapacity}async getSendToken(){return this.acquireTokenBucket(1)}updateClientSendingRate(e){let t;this.updateMeasuredRate();let n=e;if(n?.errorType===`THROTTLING`||uo(n?.error??e)){let e=this.enabled?Math.min(this.measuredTxRate,this.fillRate):this.measuredTxRate;this.lastMaxRate=e,this.calculateTimeWindow(),this.lastThrottleTime=this.getCurrentTimeInSeconds(),t=this.cubicThrottle(e),this.enableTokenBucket()}else this.calculateTimeWindow(),t=this.cubicSuccess(this.getCurrentTimeInSeconds());let r=Math.min(t,2*this.measuredTxRate);this.updateTokenBucketRate(r)}getCurrentTimeInSeconds(){return Date.now()/1e3}async acquireTokenBucket(t){if(this.enabled){for(this.refillTokenBucket();t>this.availableTokens;){let n=(t-this.availableTokens)/this.fillRate*1e3;await new Promise(t=>e.setTimeoutFn(t,n)),this.refillTokenBucket()}this.availableTokens-=t}}refillTokenBucket(){let e=this.getCurrentTimeInSeconds();if(!this.lastTimestamp){this.lastTimestamp=e;return}let t=(e-this.lastTimestamp)*this.fillRate;this.availableTokens=Math.min(this.maxCapacity,this.availableTokens+t),this.lastTimestamp=e}calculateTimeWindow(){this.timeWindow=this.getPrecise((this.lastMaxRate*(1-this.beta)/this.scaleConstant)**(1/3))}cubicThrottle(e){return this.getPrecise(e*this.beta)}cubicSuccess(e){return this.getPrecise(this.scaleConstant*(e-this.lastThrottleTime-this.timeWindow)**3+this.lastMaxRate)}enableTokenBucket(){this.enabled=!0}updateTokenBucketRate(e){this.refillTokenBucket(),this.fillRate=Math.max(e,this.minFillRate),this.maxCapacity=Math.max(e,this.minCapacity),this.availableTokens=Math.min(this.availableTokens,this.maxCapacity)}updateMeasuredRate(){let e=this.getCurrentTimeInSeconds(),t=Math.floor(e*2)/2;if(this.requestCount++,t>this.lastTxRateBucket){let e=this.requestCount/(t-this.lastTxRateBucket);this.measuredTxRate=this.getPrecise(e*this.smooth+this.measuredTxRate*(1-this.smooth)),this.requestCount=0,this.lastTxRateBucket=t}}getPrecise(e){return parseFloat(e.toFixed(8))}},J=class{static v2026=!0;static delay(){return 50}static throttlingDelay(){return 1e3}static cost(){return 14}static throttlingCost(){return 5}static modifiedCostType(){return`THROTTLING`}},Oo=class{x=J.delay();computeNextBackoffDelay(e){let t=Math.random()*Math.min(this.x*2**e,vo);return Math.floor(t)}setDelayBase(e){this.x=e}},ko=class{delay;count;cost;longPoll;$retryLog={acquisitionDelay:0};constructor(e,t,n,r){this.delay=e,this.count=t,this.cost=n,this.longPoll=r}getRetryCount(){return this.count}getRetryDelay(){return Math.min(vo,this.delay)}getRetryCost(){return this.cost}isLongPoll(){return this.longPoll}},Y;(function(e){e.STANDARD=`standard`,e.ADAPTIVE=`adaptive`})(Y||={});const Ao=Y.STANDARD,jo={incompatible:1,attempts:2,capacity:3};var Mo=class{mode=Y.STANDARD;retryBackoffStrategy;capacity=500;maxAttemptsProvider;baseDelay;constructor(e){typeof e==`number`?this.maxAttemptsProvider=async()=>e:typeof e==`function`?this.maxAttemptsProvider=e:e&&typeof e==`object`&&(this.maxAttemptsProvider=async()=>e.maxAttempts,this.baseDelay=e.baseDelay,this.retryBackoffStrategy=e.backoff),this.maxAttemptsProvider??=async()=>3,this.baseDelay??=J.delay(),this.retryBackoffStrategy??=new Oo}async acquireInitialRetryToken(e){return new ko(J.delay(),0,void 0,e.includes(`:longpoll`))}async refreshRetryTokenForRetry(e,t){let n=await this.getMaxAttempts(),r=this.retryCode(e,t,n),i=r===0,a=e.isLongPoll?.();if(i||a){let n=t.errorType;this.retryBackoffStrategy.setDelayBase(n===`THROTTLING`?J.throttlingDelay():this.baseDelay);let o=this.retryBackoffStrategy.computeNextBackoffDelay(e.getRetryCount()),s=o;if(t.retryAfterHint instanceof Date&&(s=Math.max(o,Math.min(t.retryAfterHint.getTime()-Date.now(),o+5e3))),i){let t=this.getCapacityCost(n);this.capacity-=t;let r=new ko(0,e.getRetryCount()+1,t,e.isLongPoll?.()??!1);return await new Promise(e=>setTimeout(e,s)),r.$retryLog.acquisitionDelay=s,r}{let e=r===jo.capacity&&a?s:0;e>0&&await new Promise(t=>setTimeout(t,e))}}throw Error(`No retry token available`)}recordSuccess(e){this.capacity=Math.min(500,this.capacity+(e.getRetryCost()??1))}getCapacity(){return this.capacity}async maxAttempts(){return this.maxAttemptsProvider()}async getMaxAttempts(){try{return await this.maxAttemptsProvider()}catch{return console.warn(`Max attempts provider could not resolve. Using default of 3`),3}}retryCode(e,t,n){let r=e.getRetryCount()+1,i=this.isRetryableError(t.errorType)?0:jo.incompatible,a=r<n?0:jo.attempts,o=this.capacity>=this.getCapacityCost(t.errorType)?0:jo.capacity;return i||a||o}getCapacityCost(e){return e===J.modifiedCostType()?J.throttlingCost():J.cost()}isRetryableError(e){return e===`THROTTLING`||e===`TRANSIENT`}},No=class{mode=Y.ADAPTIVE;rateLimiter;standardRetryStrategy;constructor(e,t){let{rateLimiter:n}=t??{};this.rateLimiter=n??new Do,this.standardRetryStrategy=t?new Mo({maxAttempts:typeof e==`number`?e:3,...t}):new Mo(e)}async acquireInitialRetryToken(e){let t=await this.standardRetryStrategy.acquireInitialRetryToken(e);return await this.rateLimiter.getSendToken(),t}async refreshRetryTokenForRetry(e,t){this.rateLimiter.updateClientSendingRate(t);let n=await this.standardRetryStrategy.refreshRetryTokenForRetry(e,t);return await this.rateLimiter.getSendToken(),n}recordSuccess(e){this.rateLimiter.updateClientSendingRate({}),this.standardRetryStrategy.recordSuccess(e)}async maxAttemptsProvider(){return this.standardRetryStrategy.maxAttempts()}};const Po=`AWS_MAX_ATTEMPTS`,Fo=`max_attempts`,Io={environmentVariableSelector:e=>{let t=e[Po];if(!t)return;let n=parseInt(t);if(Number.isNaN(n))throw Error(`Environment variable ${Po} mast be a number, got "${t}"`);return n},configFileSelector:e=>{let t=e[Fo];if(!t)return;let n=parseInt(t);if(Number.isNaN(n))throw Error(`Shared config file entry ${Fo} mast be a number, got "${t}"`);return n},default:3},Lo=(e,t)=>{let{retryStrategy:n,retryMode:r}=e,{defaultMaxAttempts:i=3,defaultBaseDelay:a=J.delay()}=t??{},o=j(e.maxAttempts??i),s=n?Promise.resolve(n):void 0,c=async()=>{let e=await o();return await j(r)()===Y.ADAPTIVE?new No(o,{maxAttempts:e,baseDelay:a}):new Mo({maxAttempts:e,baseDelay:a})};return Object.assign(e,{maxAttempts:o,retryStrategy:()=>s??=c()})},Ro={environmentVariableSelector:e=>e.AWS_RETRY_MODE,configFileSelector:e=>e.retry_mode,default:Ao},zo=Eo(to),Bo=/\d{12}\.ddb/;async function Vo(e,t,n){if(n.request?.headers?.[`smithy-protocol`]===`rpc-v2-cbor`&&w(e,`PROTOCOL_RPC_V2_CBOR`,`M`),typeof t.retryStrategy==`function`){let n=await t.retryStrategy();if(typeof n.mode==`string`)switch(n.mode){case Y.ADAPTIVE:w(e,`RETRY_MODE_ADAPTIVE`,`F`);break;case Y.STANDARD:w(e,`RETRY_MODE_STANDARD`,`E`)}}if(typeof t.accountIdEndpointMode==`function`){let n=e.endpointV2;switch(String(n?.url?.hostname).match(Bo)&&w(e,`ACCOUNT_ID_ENDPOINT`,`O`),await t.accountIdEndpointMode?.()){case`disabled`:w(e,`ACCOUNT_ID_MODE_DISABLED`,`Q`);break;case`preferred`:w(e,`ACCOUNT_ID_MODE_PREFERRED`,`P`);break;case`required`:w(e,`ACCOUNT_ID_MODE_REQUIRED`,`R`)}}let r=e.__smithy_context?.selectedHttpAuthScheme?.identity;if(r?.$source){let t=r;t.accountId&&w(e,`RESOLVED_ACCOUNT_ID`,`T`);for(let[n,r]of Object.entries(t.$source??{}))w(e,n,r)}}const Ho=`user-agent`,Uo=`x-amz-user-agent`,Wo=/[^!$%&'*+\-.^_`|~\w]/g,Go=/[^!$%&'*+\-.^_`|~\w#]/g;function Ko(e){let t=``;for(let n in e){let r=e[n];if(t.length+r.length+1<=1024)t.length?t+=`,`+r:t+=r;else break}return t}const qo=e=>(t,n)=>async r=>{let{request:i}=r;if(!k.isInstance(i))return t(r);let{headers:a}=i,o=n?.userAgent?.map(Jo)||[],s=(await e.defaultUserAgentProvider()).map(Jo);await Vo(n,e,r);let c=n;s.push(`m/${Ko(Object.assign({},n.__smithy_context?.features,c.__aws_sdk_context?.features))}`);let l=e?.customUserAgent?.map(Jo)||[],u=await e.userAgentAppId();u&&s.push(Jo([`app`,`${u}`]));let d=eo(),f=(d?[d]:[]).concat([...s,...o,...l]).join(` `),p=[...s.filter(e=>e.startsWith(`aws-sdk-`)),...l].join(` `);return e.runtime===`browser`?a[Uo]=f:(p&&(a[Uo]=a[`x-amz-user-agent`]?`${a[Ho]} ${p}`:p),a[Ho]=f),t({...r,request:i})},Jo=e=>{let t=e[0].split(`/`).map(e=>e.replace(Wo,`-`)).join(`/`),n=e[1]?.replace(Go,`-`),r=t.indexOf(`/`),i=t.substring(0,r),a=t.substring(r+1);return i===`api`&&(a=a.toLowerCase()),[i,a,n].filter(e=>e&&e.length>0).reduce((e,t,n)=>{switch(n){case 0:return t;case 1:return`${e}/${t}`;default:return`${e}#${t}`}},``)},Yo={name:`getUserAgentMiddleware`,step:`build`,priority:`low`,tags:[`SET_USER_AGENT`,`USER_AGENT`],override:!0},Xo=e=>({applyToStack:t=>{t.add(qo(e),Yo)}}),Zo=()=>{for(let e of[`deno`,`bun`,`llrt`])if(external_node_process_namespaceObject.versions[e])return[`md/${e}`,external_node_process_namespaceObject.versions[e]];return[`md/nodejs`,external_node_process_namespaceObject.versions.node]},Qo={isCrtAvailable:!1},$o=()=>Qo.isCrtAvailable?[`md/crt-avail`]:null,es=({serviceId:e,clientVersion:t})=>{let n=Zo();return async r=>{let i=[[`aws-sdk-js`,t],[`ua`,`2.1`],[`os/${(0,external_node_os_.platform)()}`,(0,external_node_os_.release)()],[`lang/js`],n],a=$o();a&&i.push(a),e&&i.push([`api/${e}`,t]),external_node_process_namespaceObject.env.AWS_EXECUTION_ENV&&i.push([`exec-env/${external_node_process_namespaceObject.env.AWS_EXECUTION_ENV}`]);let o=await r?.userAgentAppId?.();return o?[...i,[`app/${o}`]]:[...i]}},ts={environmentVariableSelector:e=>e.AWS_SDK_UA_APP_ID,configFileSelector:e=>e.sdk_ua_app_id??e[`sdk-ua-app-id`],default:void 0},ns=(e,t=!1)=>{if(t){for(let t of e.split(`.`))if(!ns(t))return!1;return!0}return!(!Re(e)||e.length<3||e.length>63||e!==e.toLowerCase()||oi(e))},rs={isVirtualHostableS3Bucket:ns,parseArn:e=>{let t=e.split(`:`);if(t.length<6)return null;let[n,r,i,a,o,...s]=t;return n!==`arn`||r===``||i===``||s.join(`:`)===``?null:{partition:r,service:i,region:a,accountId:o,resourceId:s.map(e=>e.split(`/`)).flat()}},partition:$a};Zr.aws=rs;const is=e=>({setRegion(t){e.region=t},region(){return e.region}}),as=e=>({region:e.region()}),os=e=>A.isInstance(e)?e.headers?.date??e.headers?.Date:void 0,ss=e=>A.isInstance(e)?e.headers?.age??e.headers?.Age:void 0,cs=e=>new Date(Date.now()+e),ls=(e,t,n,r)=>{if(r!==void 0)return t;let i=Date.parse(e);if(Number.isNaN(i))return t;let a=Date.now();return n!==void 0&&a-n>9e5?t:i-a},us=(e,t)=>{if(!t)throw Error(`Property \`${e}\` is not resolved for AWS SDK SigV4Auth`);return t},ds=e=>e.context?.[Pe]?.eventStream?.output===!0,fs=async e=>{let t=us(`context`,e.context),n=us(`config`,e.config),r=t.endpointV2?.properties?.authSchemes?.[0];return{config:n,signer:await us(`signer`,n.signer)(r),signingRegion:e?.signingRegion,signingRegionSet:e?.signingRegionSet,signingName:e?.signingName}};var ps=class{async sign(e,t,n){if(!k.isInstance(e))throw Error("The request is not an instance of `HttpRequest` and cannot be signed");let r=await fs(n),{config:i,signer:a}=r,{signingRegion:o,signingName:s}=r,c=n.context;if(c?.authSchemes?.length??!1){let[e,t]=c.authSchemes;e?.name===`sigv4a`&&t?.name===`sigv4`&&(o=t?.signingRegion??o,s=t?.signingName??s)}let l=await i.disableClockSkewCorrection?.()===!0;n._disableClockSkewCorrection=l;let u=l||ds(n);return n._skipClockSkewSampling=u,u||(n._preRequestSystemClockOffset=i.systemClockOffset,n._requestSentAt=Date.now()),await a.sign(e,{signingDate:l?new Date:cs(i.systemClockOffset),signingRegion:o,signingService:s})}errorHandler(e){return t=>{let n=t;if(!e._skipClockSkewSampling&&!e._disableClockSkewCorrection){let t=n.ServerTime??os(n.$response);if(t){let r=us(`config`,e.config),i=e._preRequestSystemClockOffset,a=e._requestSentAt,o=ss(n.$response),s=ls(t,r.systemClockOffset,a,o);r.systemClockOffset=s,Math.abs(s)>=24e4&&(s!==i||i!==void 0&&i!==s)&&n.$metadata&&(n.$metadata.clockSkewCorrected=!0)}}throw t}}successHandler(e,t){if(t._skipClockSkewSampling||t._disableClockSkewCorrection)return;let n=os(e);if(n){let r=us(`config`,t.config),i=t._requestSentAt,a=ss(e);r.systemClockOffset=ls(n,r.systemClockOffset,i,a)}}};const ms=e=>typeof e==`string`&&e.length>0?e.split(`,`).map(e=>e.trim()):[],hs=e=>`AWS_BEARER_TOKEN_${e.replace(/[\s-]/g,`_`).toUpperCase()}`,gs=`AWS_AUTH_SCHEME_PREFERENCE`,_s=`auth_scheme_preference`,vs={environmentVariableSelector:(e,t)=>{if(t?.signingName&&hs(t.signingName)in e)return[`httpBearerAuth`];if(gs in e)return ms(e[gs])},configFileSelector:e=>{if(_s in e)return ms(e[_s])},default:[]};var ys=class{format(e){let t=[];for(let n in e){if(!O(e,n))continue;let r=T(n);t.push(Uint8Array.from([r.byteLength]),r,this.formatHeaderValue(e[n]))}let n=new Uint8Array(t.reduce((e,t)=>e+t.byteLength,0)),r=0;for(let e of t)n.set(e,r),r+=e.byteLength;return n}formatHeaderValue(e){switch(e.type){case`boolean`:return Uint8Array.from([+!e.value]);case`byte`:return Uint8Array.from([2,e.value]);case`short`:let t=new DataView(new ArrayBuffer(3));return t.setUint8(0,3),t.setInt16(1,e.value,!1),new Uint8Array(t.buffer);case`integer`:let n=new DataView(new ArrayBuffer(5));return n.setUint8(0,4),n.setInt32(1,e.value,!1),new Uint8Array(n.buffer);case`long`:let r=new Uint8Array(9);return r[0]=5,r.set(e.value.bytes,1),r;case`binary`:let i=new DataView(new ArrayBuffer(3+e.value.byteLength));i.setUint8(0,6),i.setUint16(1,e.value.byteLength,!1);let a=new Uint8Array(i.buffer);return a.set(e.value,3),a;case`string`:let o=T(e.value),s=new DataView(new ArrayBuffer(3+o.byteLength));s.setUint8(0,7),s.setUint16(1,o.byteLength,!1);let c=new Uint8Array(s.buffer);return c.set(o,3),c;case`timestamp`:let l=new Uint8Array(9);return l[0]=8,l.set(Ss.fromNumber(e.value.valueOf()).bytes,1),l;case`uuid`:if(!xs.test(e.value))throw Error(`Invalid UUID received: ${e.value}`);let u=new Uint8Array(17);return u[0]=9,u.set(Jt(e.value.replace(/-/g,``)),1),u}}},bs;(function(e){e[e.boolTrue=0]=`boolTrue`,e[e.boolFalse=1]=`boolFalse`,e[e.byte=2]=`byte`,e[e.short=3]=`short`,e[e.integer=4]=`integer`,e[e.long=5]=`long`,e[e.byteArray=6]=`byteArray`,e[e.string=7]=`string`,e[e.timestamp=8]=`timestamp`,e[e.uuid=9]=`uuid`})(bs||={});const xs=/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;var Ss=class e{bytes;constructor(e){if(this.bytes=e,e.byteLength!==8)throw Error(`Int64 buffers must be exactly 8 bytes`)}static fromNumber(t){if(t>0x8000000000000000||t<-0x8000000000000000)throw Error(`${t} is too large (or, if negative, too small) to represent as an Int64`);let n=new Uint8Array(8);for(let e=7,r=Math.abs(Math.round(t));e>-1&&r>0;e--,r/=256)n[e]=r;return t<0&&Cs(n),new e(n)}valueOf(){let e=this.bytes.slice(0),t=e[0]&128;return t&&Cs(e),parseInt(F(e),16)*(t?-1:1)}toString(){return String(this.valueOf())}};function Cs(e){for(let t=0;t<8;t++)e[t]^=255;for(let t=7;t>-1&&(e[t]++,e[t]===0);t--);}const ws=`authorization`,Ts=`x-amz-date`,Es=[ws,Ts,`date`],Ds={authorization:!0,"cache-control":!0,connection:!0,expect:!0,from:!0,"keep-alive":!0,"max-forwards":!0,pragma:!0,referer:!0,te:!0,trailer:!0,"transfer-encoding":!0,upgrade:!0,"user-agent":!0,"x-amzn-trace-id":!0},Os=/^proxy-/,ks=/^sec-/,As=`AWS4-HMAC-SHA256`,js=`aws4_request`,Ms=({query:e={}})=>{let t=[],n={};for(let r in e){if(!O(e,r)||r.toLowerCase()===`x-amz-signature`)continue;let i=G(r);t.push(i);let a=e[r];typeof a==`string`?n[i]=`${i}=${G(a)}`:Array.isArray(a)&&(n[i]=a.slice(0).reduce((e,t)=>e.concat([`${i}=${G(t)}`]),[]).sort().join(`&`))}return t.sort().map(e=>n[e]).filter(e=>e).join(`&`)},Ns=e=>Ps(e).toISOString().replace(/\.\d{3}Z$/,`Z`),Ps=e=>typeof e==`number`?new Date(e*1e3):typeof e==`string`?Number(e)?new Date(Number(e)*1e3):new Date(e):e;var Fs=class{service;regionProvider;credentialProvider;sha256;uriEscapePath;applyChecksum;constructor({applyChecksum:e,credentials:t,region:n,service:r,sha256:i,uriEscapePath:a=!0}){this.service=r,this.sha256=i,this.uriEscapePath=a,this.applyChecksum=typeof e!=`boolean`||e,this.regionProvider=j(n),this.credentialProvider=j(t)}createCanonicalRequest(e,t,n){let r=Object.keys(t).sort();return`${e.method}
${this.getCanonicalPath(e)}
${Ms(e)}
${r.map(e=>`${e}:${t[e]}`).join(`
`)}

${r.join(`;`)}
${n}`}async createStringToSign(e,t,n,r){let i=new this.sha256;return i.update(I(n)),`${r}
${e}
${t}
${F(await i.digest())}`}getCanonicalPath({path:e}){if(this.uriEscapePath){let t=[];for(let n of e.split(`/`))n?.length!==0&&n!==`.`&&(n===`..`?t.pop():t.push(n));let n=`${e?.startsWith(`/`)?`/`:``}${t.join(`/`)}${t.length>0&&e?.endsWith(`/`)?`/`:``}`;return G(n).replace(/%2F/g,`/`)}return e}validateResolvedCredentials(e){if(typeof e!=`object`||typeof e.accessKeyId!=`string`||typeof e.secretAccessKey!=`string`)throw Error(`Resolved credential object is not valid`)}formatDate(e){let t=Ns(e).replace(/[-:]/g,``);return{longDate:t,shortDate:t.slice(0,8)}}getCanonicalHeaderList(e){return Object.keys(e).sort().join(`;`)}};const Is={},Ls=[],Rs=(e,t,n)=>`${e}/${t}/${n}/${js}`,zs=async(e,t,n,r,i)=>{let a=`${n}:${r}:${i}:${F(await Bs(e,t.secretAccessKey,t.accessKeyId))}:${t.sessionToken}`;if(a in Is)return Is[a];for(Ls.push(a);Ls.length>50;)delete Is[Ls.shift()];let o=`AWS4${t.secretAccessKey}`;for(let t of[n,r,i,js])o=await Bs(e,o,t);return Is[a]=o},Bs=(e,t,n)=>{let r=new e(t);return r.update(I(n)),r.digest()},Vs=({headers:e},t,n)=>{let r={};for(let i of Object.keys(e).sort()){if(e[i]==null)continue;let a=i.toLowerCase();(O(Ds,a)||t?.has(a)||Os.test(a)||ks.test(a))&&(!n||n&&!n.has(a))||(a===`__proto__`&&Ui(r),r[a]=e[i].replace(/[\r\n]/g,` `).replace(/[ \t]+/g,` `).replace(/^ | $/g,``))}return r},Hs=async({headers:e,body:t},n)=>{for(let t in e)if(O(e,t)&&t.toLowerCase()===`x-amz-content-sha256`)return e[t];if(t==null)return`e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`;if(typeof t==`string`||ArrayBuffer.isView(t)||Ce(t)){let e=new n;return e.update(I(t)),F(await e.digest())}return`UNSIGNED-PAYLOAD`},Us=(e,t)=>{e=e.toLowerCase();for(let n in t)if(O(t,n)&&e===n.toLowerCase())return!0;return!1},Ws=(e,t={})=>{let{headers:n,query:r={}}=k.clone(e);for(let e in n){if(!O(n,e))continue;let i=e.toLowerCase();(i.slice(0,6)===`x-amz-`&&!t.unhoistableHeaders?.has(i)||t.hoistableHeaders?.has(i))&&(r[e]=n[e],delete n[e])}return{...e,headers:n,query:r}},Gs=e=>{e=k.clone(e);for(let t in e.headers)O(e.headers,t)&&Es.indexOf(t.toLowerCase())>-1&&delete e.headers[t];return e};var Ks=class extends Fs{headerFormatter=new ys;constructor({applyChecksum:e,credentials:t,region:n,service:r,sha256:i,uriEscapePath:a=!0}){super({applyChecksum:e,credentials:t,region:n,service:r,sha256:i,uriEscapePath:a})}async presign(e,t={}){let{signingDate:n=new Date,expiresIn:r=3600,unsignableHeaders:i,unhoistableHeaders:a,signableHeaders:o,hoistableHeaders:s,signingRegion:c,signingService:l}=t,u=await this.credentialProvider();this.validateResolvedCredentials(u);let d=c??await this.regionProvider(),{longDate:f,shortDate:p}=this.formatDate(n);if(r>604800)return Promise.reject(`Signature version 4 presigned URLs must have an expiration date less than one week in the future`);let m=Rs(p,d,l??this.service),h=Ws(Gs(e),{unhoistableHeaders:a,hoistableHeaders:s});u.sessionToken&&(h.query[`X-Amz-Security-Token`]=u.sessionToken),h.query[`X-Amz-Algorithm`]=As,h.query[`X-Amz-Credential`]=`${u.accessKeyId}/${m}`,h.query[`X-Amz-Date`]=f,h.query[`X-Amz-Expires`]=r.toString(10);let g=Vs(h,i,o);return h.query[`X-Amz-SignedHeaders`]=this.getCanonicalHeaderList(g),h.query[`X-Amz-Signature`]=await this.getSignature(f,m,this.getSigningKey(u,d,p,l),this.createCanonicalRequest(h,g,await Hs(e,this.sha256))),h}async sign(e,t){return typeof e==`string`?this.signString(e,t):e.headers&&e.payload?this.signEvent(e,t):e.message?this.signMessage(e,t):this.signRequest(e,t)}async signEvent({headers:e,payload:t},{signingDate:n=new Date,priorSignature:r,signingRegion:i,signingService:a,eventStreamCredentials:o}){let s=i??await this.regionProvider(),{shortDate:c,longDate:l}=this.formatDate(n),u=Rs(c,s,a??this.service),d=await Hs({headers:{},body:t},this.sha256),f=new this.sha256;f.update(e);let p=[`AWS4-HMAC-SHA256-PAYLOAD`,l,u,r,F(await f.digest()),d].join(`
`);return this.signString(p,{signingDate:n,signingRegion:s,signingService:a,eventStreamCredentials:o})}async signMessage(e,{signingDate:t=new Date,signingRegion:n,signingService:r,eventStreamCredentials:i}){return this.signEvent({headers:this.headerFormatter.format(e.message.headers),payload:e.message.body},{signingDate:t,signingRegion:n,signingService:r,priorSignature:e.priorSignature,eventStreamCredentials:i}).then(t=>({message:e.message,signature:t}))}async signString(e,{signingDate:t=new Date,signingRegion:n,signingService:r,eventStreamCredentials:i}={}){let a=i??await this.credentialProvider();this.validateResolvedCredentials(a);let o=n??await this.regionProvider(),{shortDate:s}=this.formatDate(t),c=new this.sha256(await this.getSigningKey(a,o,s,r));return c.update(I(e)),F(await c.digest())}async signRequest(e,{signingDate:t=new Date,signableHeaders:n,unsignableHeaders:r,signingRegion:i,signingService:a}={}){let o=await this.credentialProvider();this.validateResolvedCredentials(o);let s=i??await this.regionProvider(),c=Gs(e),{longDate:l,shortDate:u}=this.formatDate(t),d=Rs(u,s,a??this.service);c.headers[Ts]=l,o.sessionToken&&(c.headers[`x-amz-security-token`]=o.sessionToken);let f=await Hs(c,this.sha256);!Us(`x-amz-content-sha256`,c.headers)&&this.applyChecksum&&(c.headers[`x-amz-content-sha256`]=f);let p=Vs(c,r,n),m=await this.getSignature(l,d,this.getSigningKey(o,s,u,a),this.createCanonicalRequest(c,p,f));return c.headers[ws]=`${As} Credential=${o.accessKeyId}/${d}, SignedHeaders=${this.getCanonicalHeaderList(p)}, Signature=${m}`,c}async getSignature(e,t,n,r){let i=await this.createStringToSign(e,t,r,As),a=new this.sha256(await n);return a.update(I(i)),F(await a.digest())}getSigningKey(e,t,n,r){return zs(this.sha256,e,n,t,r||this.service)}};const qs=e=>t=>{let n=t.credentials,r=!!t.credentials,i;Object.defineProperty(t,"credentials",{set(e){e&&e!==n&&e!==i&&(r=!0),n=e;let a=Ys(t,Js(t,{credentials:n,credentialDefaultProvider:t.credentialDefaultProvider}));if(r&&!a.attributed){let e=typeof n==`object`&&!!n;i=async t=>{let n=await a(t);return e&&(!n.$source||Object.keys(n.$source).length===0)?be(n,`CREDENTIALS_CODE`,`e`):n},i.memoized=a.memoized,i.configBound=a.configBound,i.attributed=!0}else i=a},get(){return i},enumerable:!0,configurable:!0}),t.credentials=n;let{signingEscapePath:a=!0,systemClockOffset:o=t.systemClockOffset||0,sha256:s}=t,c;return c=t.signer?q(t.signer):t.regionInfoProvider?()=>q(t.region)().then(async e=>[await t.regionInfoProvider(e,{useFipsEndpoint:await t.useFipsEndpoint(),useDualstackEndpoint:await t.useDualstackEndpoint()})||{},e]).then(([e,n])=>{let{signingRegion:r,signingService:i}=e;t.signingRegion=t.signingRegion||r||n,t.signingName=t.signingName||i||t.serviceId;let o={...t,credentials:t.credentials,region:t.signingRegion,service:t.signingName,sha256:s,uriEscapePath:a};return new(t.signerConstructor||Ks)(o)}):async e=>{e=Object.assign({},{name:`sigv4`,signingName:t.signingName||t.defaultSigningName,signingRegion:await q(t.region)(),properties:{}},e);let n=e.signingRegion,r=e.signingName;t.signingRegion=t.signingRegion||n,t.signingName=t.signingName||r||t.serviceId;let i={...t,credentials:t.credentials,region:t.signingRegion,service:t.signingName,sha256:s,uriEscapePath:a};return new(t.signerConstructor||Ks)(i)},Object.assign(t,{systemClockOffset:o,signingEscapePath:a,signer:c,disableClockSkewCorrection:q(t.disableClockSkewCorrection??e)})};function Js(e,{credentials:t,credentialDefaultProvider:n}){let r;return r=t?t?.memoized?t:Ya(t,qa,Ja):n?q(n(Object.assign({},e,{parentClientConfig:e}))):async()=>{throw Error("@aws-sdk/core::resolveAwsSdkSigV4Config - `credentials` not provided and no credentialDefaultProvider was configured.")},r.memoized=!0,r}function Ys(e,t){if(t.configBound)return t;let n=async n=>t({...n,callerClientConfig:e});return n.memoized=t.memoized,n.configBound=!0,n}const Xs=qs(B({environmentVariableSelector:e=>R(e,`AWS_DISABLE_CLOCK_SKEW_CORRECTION`,z.ENV),configFileSelector:e=>R(e,`disable_clock_skew_correction`,z.CONFIG),default:!1})),Zs=async(e,t,n)=>({operation:D(t).operation,region:await j(e.region)()||(()=>{throw Error("expected `region` to be configured for `aws.auth#sigv4`")})()});function Qs(e){return{schemeId:`aws.auth#sigv4`,signingProperties:{name:`ec2`,region:e.region},propertiesExtractor:(e,t)=>({signingProperties:{config:e,context:t}})}}const $s=e=>{let t=[];return e.operation,t.push(Qs(e)),t},ec=e=>{let t=Xs(e);return Object.assign(t,{authSchemePreference:j(e.authSchemePreference??[])})},tc=e=>Object.assign(e,{useDualstackEndpoint:e.useDualstackEndpoint??!1,useFipsEndpoint:e.useFipsEndpoint??!1,defaultSigningName:`ec2`}),nc={UseFIPS:{type:`builtInParams`,name:`useFipsEndpoint`},Endpoint:{type:`builtInParams`,name:`endpoint`},Region:{type:`builtInParams`,name:`region`},UseDualStack:{type:`builtInParams`,name:`useDualstackEndpoint`}};var rc=`3.1169.0`;const ic=e=>async()=>{e?.logger?.debug(`@aws-sdk/credential-provider-env - fromEnv`);let t=process.env.AWS_ACCESS_KEY_ID,n=process.env.AWS_SECRET_ACCESS_KEY,r=process.env.AWS_SESSION_TOKEN,i=process.env.AWS_CREDENTIAL_EXPIRATION,a=process.env.AWS_CREDENTIAL_SCOPE,o=process.env.AWS_ACCOUNT_ID;if(t&&n){let e={accessKeyId:t,secretAccessKey:n,...r&&{sessionToken:r},...i&&{expiration:new Date(i)},...a&&{credentialScope:a},...o&&{accountId:o}};return be(e,`CREDENTIALS_ENV_VARS`,`g`),e}throw new L(`Unable to find environment variable credentials.`,{logger:e?.logger})};var ac=(0,rolldown_runtime.t)({fromEnv:()=>ic});const oc=async e=>{let{ENV_CMDS_FULL_URI:t,ENV_CMDS_RELATIVE_URI:n,fromContainerMetadata:r,fromInstanceMetadata:i}=await __nccwpck_require__.e(/* import() */ 621).then(__nccwpck_require__.bind(__nccwpck_require__, 2));if(process.env[n]||process.env[t]){e.logger?.debug(`@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata`);let{fromHttp:t}=await Promise.all(/* import() */[__nccwpck_require__.e(128), __nccwpck_require__.e(328)]).then(__nccwpck_require__.bind(__nccwpck_require__, 328)).then(e=>e.o);return Qt(t(e),r(e))}return process.env.AWS_EC2_METADATA_DISABLED&&process.env.AWS_EC2_METADATA_DISABLED!==`false`?async()=>{throw new L(`EC2 Instance Metadata Service access disabled`,{logger:e.logger})}:(e.logger?.debug(`@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata`),i(e))};function sc(e,t){let n=cc(e),r,i,a,o,s=async e=>{if(e?.forceRefresh)return o||=n(e).then(e=>{a=e}).finally(()=>{o=void 0}),await o,a;if(a?.expiration&&a?.expiration?.getTime()<Date.now()&&(a=void 0),r)await r;else if(!a||t?.(a)){if(a)i||=n(e).then(e=>{a=e}).catch(()=>{}).finally(()=>{i=void 0});else return r=n(e).then(e=>{a=e}).finally(()=>{r=void 0}),s(e)}return a};return s}const cc=e=>async t=>{let n;for(let r of e)try{return await r(t)}catch(e){if(n=e,e?.tryNextLink)continue;throw e}throw n};let lc=!1;const uc=(e={})=>sc([async()=>{if(e.profile??process.env.AWS_PROFILE)throw process.env.AWS_ACCESS_KEY_ID&&process.env.AWS_SECRET_ACCESS_KEY&&(lc||=((e.logger?.warn&&e.logger?.constructor?.name!==`NoOpLogger`?e.logger.warn.bind(e.logger):console.warn)(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:
    Multiple credential sources detected: 
    Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set.
    This SDK will proceed with the AWS_PROFILE value.
    
    However, a future version may change this behavior to prefer the ENV static credentials.
    Please ensure that your environment only sets either the AWS_PROFILE or the
    AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY pair.
`),!0)),new L(`AWS_PROFILE is set, skipping fromEnv provider.`,{logger:e.logger,tryNextLink:!0});return e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv`),ic(e)()},async t=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromSSO`);let{ssoStartUrl:n,ssoAccountId:r,ssoRegion:i,ssoRoleName:a,ssoSession:o}=e;if(!n&&!r&&!i&&!a&&!o)throw new L(`Skipping SSO provider in default chain (inputs do not include SSO fields).`,{logger:e.logger});let{fromSSO:s}=await Promise.all(/* import() */[__nccwpck_require__.e(128), __nccwpck_require__.e(328)]).then(__nccwpck_require__.bind(__nccwpck_require__, 328)).then(e=>e.r);return s(e)(t)},async t=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromIni`);let{fromIni:n}=await Promise.all(/* import() */[__nccwpck_require__.e(128), __nccwpck_require__.e(328)]).then(__nccwpck_require__.bind(__nccwpck_require__, 328)).then(e=>e.a);return n(e)(t)},async t=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromProcess`);let{fromProcess:n}=await Promise.all(/* import() */[__nccwpck_require__.e(128), __nccwpck_require__.e(328)]).then(__nccwpck_require__.bind(__nccwpck_require__, 328)).then(e=>e.i);return n(e)(t)},async t=>{e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile`);let{fromTokenFile:n}=await Promise.all(/* import() */[__nccwpck_require__.e(128), __nccwpck_require__.e(328)]).then(__nccwpck_require__.bind(__nccwpck_require__, 328)).then(e=>e.t);return n(e)(t)},async()=>(e.logger?.debug(`@aws-sdk/credential-provider-node - defaultProvider::remoteProvider`),(await oc(e))()),async()=>{throw new L(`Could not load credentials from any providers`,{tryNextLink:!1,logger:e.logger})}],dc),dc=e=>e?.expiration!==void 0&&e.expiration.getTime()-Date.now()<3e5;function fc(e){let t=e&&typeof e==`object`&&`reason`in e?e.reason:void 0;if(t){if(t instanceof Error){let e=Error(`Request aborted`);return e.name=`AbortError`,e.cause=t,e}let e=Error(String(t));return e.name=`AbortError`,e}let n=Error(`Request aborted`);return n.name=`AbortError`,n}const pc=[`ECONNRESET`,`EPIPE`,`ETIMEDOUT`],mc=e=>{let t={};for(let n in e){if(!O(e,n))continue;let r=e[n];t[n]=Array.isArray(r)?r.join(`,`):r}return t},X={setTimeout:(e,t)=>setTimeout(e,t),clearTimeout:e=>clearTimeout(e)},hc=1e3,gc=(e,t,n=0)=>{if(!n)return-1;let r=r=>{let i=X.setTimeout(()=>{e.destroy(),t(Object.assign(Error(`@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of ${n} ms.`),{name:`TimeoutError`}))},n-r),a=e=>{e?.connecting?e.on(`connect`,()=>{X.clearTimeout(i)}):X.clearTimeout(i)};e.socket?a(e.socket):e.on(`socket`,a)};return n<2e3?(r(0),0):X.setTimeout(r.bind(null,hc),hc)},_c=(e,t,n=0,r,i)=>n?X.setTimeout(()=>{let a=`@smithy/node-http-handler - [${r?`ERROR`:`WARN`}] a request has exceeded the configured ${n} ms requestTimeout.`;if(r){let n=Object.assign(Error(a),{name:`TimeoutError`,code:`ETIMEDOUT`});e.destroy(n),t(n)}else a+=` Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.`,i?.warn?.(a)},n):-1,vc=(e,{keepAlive:t,keepAliveMsecs:n},r=3e3)=>{if(t!==!0)return-1;let i=()=>{e.socket?e.socket.setKeepAlive(t,n||0):e.on(`socket`,e=>{e.setKeepAlive(t,n||0)})};return r===0?(i(),0):X.setTimeout(i,r)},yc=e=>{let t=e?.defaultSocketTimeout;return typeof t==`number`&&Number.isFinite(t)&&t>0?t:void 0},bc=(e,t,n=0,r=!1)=>{if(!Number.isFinite(n)||n<=0)return;let i;e.once(`response`,e=>i=e);let a=()=>{if(i?.complete){e.socket?.destroy();return}let a=Object.assign(Error(`@smithy/node-http-handler - the request socket timed out after ${n} ms of inactivity (${r?`service default socket timeout`:`configured by client requestHandler`}).`),{name:`TimeoutError`});i?.destroy(a),e.destroy(),t(a)},o=()=>{let{socket:t}=e;t?t.connecting?t.once(`connect`,o):(t.setTimeout(n,a),e.on(`close`,()=>t.removeListener(`timeout`,a))):e.once(`socket`,o)};if(n<6e3){o();return}let s=X.setTimeout(o,3e3);e.once(`close`,()=>X.clearTimeout(s))},xc=6e3;async function Sc(e,t,n=xc,r=!1){let i=t.headers,a=i?i.Expect||i.expect:void 0,o=-1,s=!0;!r&&a===`100-continue`&&(s=await Promise.race([new Promise(e=>{o=Number(X.setTimeout(()=>e(!0),Math.max(xc,n)))}),new Promise(t=>{e.on(`continue`,()=>{X.clearTimeout(o),t(!0)}),e.on(`response`,()=>{X.clearTimeout(o),t(!1)}),e.on(`error`,()=>{X.clearTimeout(o),t(!1)})})])),s&&Cc(e,t.body)}function Cc(e,t){if(t instanceof external_node_stream_namespaceObject.Readable)t.pipe(e);else if(t){let n=Buffer.isBuffer(t);if(n||typeof t==`string`){n&&t.byteLength===0?e.end():e.end(t);return}let r=t;if(typeof r==`object`&&r.buffer&&typeof r.byteOffset==`number`&&typeof r.byteLength==`number`){e.end(Buffer.from(r.buffer,r.byteOffset,r.byteLength));return}e.end(Buffer.from(t))}else e.end()}let wc,Tc;var Ec=class e{config;configProvider;socketWarningTimestamp=0;externalAgent=!1;metadata={handlerProtocol:`http/1.1`};static create(t){return typeof t?.handle==`function`?t:new e(t)}static checkSocketUsage(e,t,n=console){let{sockets:r,requests:i,maxSockets:a}=e;if(typeof a!=`number`||a===1/0||Date.now()-15e3<t)return t;if(r&&i)for(let e in r){if(!O(r,e))continue;let t=r[e]?.length??0,o=i[e]?.length??0;if(t>=a&&o>=2*a)return n?.warn?.(`@smithy/node-http-handler:WARN - socket usage at capacity=${t} and ${o} additional requests are enqueued.
See https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html
or increase socketAcquisitionWarningTimeout=(millis) in the NodeHttpHandler config.`),Date.now()}return t}constructor(e){this.configProvider=new Promise((t,n)=>{typeof e==`function`?e().then(e=>{t(this.resolveDefaultConfig(e))}).catch(n):t(this.resolveDefaultConfig(e))})}destroy(){this.config?.httpAgent?.destroy(),this.config?.httpsAgent?.destroy()}async handle(t,{abortSignal:n,requestTimeout:r}={}){this.config||=await this.configProvider;let i=this.config,a=i.logger,o=t.protocol===`https:`;return!o&&!this.config.httpAgent&&(this.config.httpAgent=await this.config.httpAgentProvider()),new Promise((s,c)=>{let l,u=-1,d=-1,f=-1,p=-1,m=()=>{X.clearTimeout(u),X.clearTimeout(d),X.clearTimeout(f),X.clearTimeout(p)},h=async e=>{await l,m(),s(e)},g=async e=>{await l,m(),c(e)};if(n?.aborted){g(fc(n));return}let _=t.headers,v=_?(_.Expect??_.expect)===`100-continue`:!1,y=o?i.httpsAgent:i.httpAgent;v&&!this.externalAgent&&(y=new(o?external_node_https_namespaceObject.Agent:wc)({keepAlive:!1,maxSockets:1/0})),u=X.setTimeout(()=>{this.socketWarningTimestamp=e.checkSocketUsage(y,this.socketWarningTimestamp,a)},i.socketAcquisitionWarningTimeout??(i.requestTimeout??2e3)+(i.connectionTimeout??1e3));let b=t.query?ha(t.query):``,te;(t.username!=null||t.password!=null)&&(te=`${t.username??``}:${t.password??``}`);let x=t.path;b&&(x+=`?${b}`),t.fragment&&(x+=`#${t.fragment}`);let S=t.hostname??``;S=S[0]===`[`&&S.endsWith(`]`)?t.hostname.slice(1,-1):t.hostname;let ne={headers:t.headers,host:S,method:t.method,path:x,port:t.port,agent:y,auth:te},C=(o?external_node_https_namespaceObject.request:Tc)(ne,e=>{let t=new A({statusCode:e.statusCode||-1,reason:e.statusMessage,headers:mc(e.headers),body:e});h({response:t})});if(C.on(`error`,e=>{pc.includes(e.code)?g(Object.assign(e,{name:`TimeoutError`})):g(e)}),n){let e=()=>{C.destroy();let e=fc(n);g(e)};if(typeof n.addEventListener==`function`){let t=n;t.addEventListener(`abort`,e,{once:!0}),C.once(`close`,()=>t.removeEventListener(`abort`,e))}else n.onabort=e}let re=r??i.requestTimeout;d=gc(C,g,i.connectionTimeout),f=_c(C,g,re,i.throwOnRequestTimeout,a??console);let ie=i.socketTimeout===void 0?yc(i):void 0;ie?bc(C,g,ie,!0):bc(C,g,i.socketTimeout);let ae=ne.agent;typeof ae==`object`&&`keepAlive`in ae&&(p=vc(C,{keepAlive:ae.keepAlive,keepAliveMsecs:ae.keepAliveMsecs})),l=Sc(C,t,re,this.externalAgent).catch(e=>(m(),c(e)))})}updateHttpClientConfig(e,t){this.config=void 0,this.configProvider=this.configProvider.then(n=>{switch(e){case Symbol.for(`logger`):e=`logger`,t=n.logger??t;break;case Symbol.for(`@smithy/defaultSocketTimeout`):e=`defaultSocketTimeout`,t=yc(n)??t}return{...n,[e]:t}})}httpHandlerConfigs(){return this.config??{}}resolveDefaultConfig(e){let{requestTimeout:t,connectionTimeout:n,socketTimeout:r,socketAcquisitionWarningTimeout:i,httpAgent:a,httpsAgent:o,throwOnRequestTimeout:s,logger:c}=e||{},l;return{connectionTimeout:n,requestTimeout:t,socketTimeout:r,defaultSocketTimeout:yc(e),socketAcquisitionWarningTimeout:i,throwOnRequestTimeout:s,httpAgentProvider:()=>l??=(async()=>{let e=await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 67, 19)),{Agent:t,request:n}=e.default??e;return Tc=n,wc=t,a instanceof wc||typeof a?.destroy==`function`?(this.externalAgent=!0,a):new wc({keepAlive:!0,maxSockets:50,...a})})(),httpsAgent:o instanceof external_node_https_namespaceObject.Agent||typeof o?.destroy==`function`?(this.externalAgent=!0,o):new external_node_https_namespaceObject.Agent({keepAlive:!0,maxSockets:50,...o}),logger:c}}},Dc=class{queryCompat;errorRegistry;constructor(e=!1){this.queryCompat=e}resolveRestContentType(e,t){let n=t.getMemberSchemas(),r=Object.values(n).find(e=>!!e.getMergedTraits().httpPayload);if(r)return r.getMergedTraits().mediaType||(r.isStringSchema()?`text/plain`:r.isBlobSchema()?`application/octet-stream`:e);if(!t.isUnitSchema()&&Object.values(n).find(e=>{let{httpQuery:t,httpQueryParams:n,httpHeader:r,httpLabel:i,httpPrefixHeaders:a}=e.getMergedTraits();return!t&&!n&&!r&&!i&&a===void 0}))return e}async getErrorSchemaOrThrowBaseException(e,t,n,r,i,a){let o=e;e.includes(`#`)&&([,o]=e.split(`#`));let s={$metadata:i,$fault:n.statusCode<500?`client`:`server`};if(!this.errorRegistry)throw Error(`@aws-sdk/core/protocols - error handler not initialized.`);try{return{errorSchema:a?.(this.errorRegistry,o)??this.errorRegistry.getSchema(e),errorMetadata:s}}catch{r.message=r.message??r.Message??`UnknownError`;let e=this.errorRegistry,t=e.getBaseException();if(t){let n=e.getErrorCtor(t)??Error;throw this.decorateServiceException(Object.assign(new n({name:o}),s),r)}let n=r,i=n?.message??n?.Message??n?.Error?.Message??n?.Error?.message;throw this.decorateServiceException(Object.assign(Error(i),{name:o},s),r)}}compose(e,t,n){let r=n;t.includes(`#`)&&([r]=t.split(`#`));let i=Wn.for(r),a=Wn.for(`smithy.ts.sdk.synthetic.`+n);e.copyFrom(i),e.copyFrom(a),this.errorRegistry=e}decorateServiceException(e,t={}){if(this.queryCompat){let n=e.Message??t.Message,r=Zn(e,t);n&&(r.message=n);let i=r.Error??{};i.Type=r.Error?.Type,i.Code=r.Error?.Code,i.Message=r.Error?.message??r.Error?.Message??n,r.Error=i;let a=r.$metadata.requestId;return a&&(r.RequestId=a),r}return Zn(e,t)}setQueryCompatError(e,t){let n=t.headers?.[`x-amzn-query-error`];if(e!==void 0&&n!=null){let[t,r]=n.split(`;`),i=Object.keys(e),a={Code:t,Type:r};e.Code=t,e.Type=r;for(let t=0;t<i.length;t++){let n=i[t];a[n===`message`?`Message`:n]=e[n]}delete a.__type,e.Error=a}}queryCompatOutput(e,t){e.Error&&(t.Error=e.Error),e.Type&&(t.Type=e.Type),e.Code&&(t.Code=e.Code)}findQueryCompatibleError(e,t){try{return e.getSchema(t)}catch{return e.find(e=>U.of(e).getMergedTraits().awsQueryError?.[0]===t)}}};function Oc(e){Object.defineProperty(e,"__proto__",{value:void 0,writable:!0,enumerable:!0,configurable:!0})}function kc(e){return new Ac(e).parse()}var Ac=class e{x;i=0;z;constructor(e){this.x=e,this.x=e.replace(/\r\n?/g,`
`),this.z=this.x.length}parse(){let e=this,{z:t}=e;for(;e.i<t&&(e.trim(),!(e.i>=t));)if(e.isNext(`<?`))e.readTo(`?>`),e.trim();else if(e.isNext(`<!--`))e.readTo(`-->`),e.trim();else if(e.isNext(`<!DOCTYPE`,!1))e.skipDoctype(),e.trim();else if(e.x[e.i]===`<`){let t=e.parseTag();return{[t.tag]:t.value}}else throw Error(`@aws-sdk XML parse error: unexpected content.`);throw Error(`@aws-sdk XML parse error: no root element.`)}isNext(e,t=!0){let n=this;return t?n.x.startsWith(e,n.i):n.x.toLowerCase().startsWith(e.toLowerCase(),n.i)}readTo(e){let t=this,n=t.x.indexOf(e,t.i);if(n===-1)throw Error(`@aws-sdk XML parse error: expected "${e}" not found.`);let r=t.x.slice(t.i,n);return t.i=n+e.length,r}trim(){let e=this;for(;e.i<e.z&&` 	\r
`.includes(e.x[e.i]);)++e.i}readAttrValue(){let e=this,t=e.x[e.i];++e.i;let n=``;for(;e.i<e.z&&e.x[e.i]!==t;)n+=e.x[e.i++];return++e.i,e.decodeEntities(n)}parseTag(){let e=this;++e.i;let t=``;for(;e.i<e.z&&!` 	\r
>/`.includes(e.x[e.i]);)t+=e.x[e.i++];let n=!1,r={};for(;e.i<e.z&&(e.trim(),!`>/`.includes(e.x[e.i]));){let t=``;for(;e.i<e.z&&!`= 	\r
>/?`.includes(e.x[e.i]);)t+=e.x[e.i++];if(e.trim(),e.x[e.i]!==`=`)break;++e.i,e.trim(),t===`__proto__`&&Oc(r),r[t]=e.readAttrValue(),n=!0}if(e.i>=e.z)throw Error(`@aws-sdk XML parse error: unexpected end of input.`);if(e.x[e.i]===`/`){if(++e.i,e.i>=e.z||e.x[e.i]!==`>`)throw Error(`@aws-sdk XML parse error: expected > at the end of self-closing tag.`);return++e.i,{tag:t,value:n?r:``}}if(e.x[e.i]!==`>`)throw Error(`@aws-sdk XML parse error: expected > at the end of opening tag.`);++e.i;let i=[],a=[],o=!1;for(;e.i<e.z&&!e.isNext(`</`);)if(e.x[e.i]===`<`)e.isNext(`<!--`)?e.readTo(`-->`):e.isNext(`<![CDATA[`)?(e.i+=9,i.push(e.readTo(`]]>`))):e.isNext(`<?`)?e.readTo(`?>`):(o=!0,a.push(e.parseTag()));else{let t=``;for(;e.i<e.z&&e.x[e.i]!==`<`;)t+=e.x[e.i++];i.push(e.decodeEntities(t))}if(!e.isNext(`</`))throw Error(`@aws-sdk XML parse error: missing closing tag </${t}>.`);e.i+=2;let s=e.readTo(`>`).trim();if(s!==t)throw Error(`@aws-sdk XML parse error: mismatched tags <${t}> and </${s}>.`);if(!n&&i.length===0&&!o)return{tag:t,value:``};if(!n&&!o){let e=i.length===1?i[0]:i.join(``);return e.trim()===``&&e.includes(`
`)?{tag:t,value:``}:{tag:t,value:e}}let c={};for(let e of i)e.trim()===``&&e.includes(`
`)||(c[`#text`]=`#text`in c?c[`#text`]+e:e);for(let e of a)e.tag===`__proto__`&&Oc(c),e.tag in c?Array.isArray(c[e.tag])?c[e.tag].push(e.value):c[e.tag]=[c[e.tag],e.value]:c[e.tag]=e.value;for(let[e,t]of Object.entries(r))e===`__proto__`&&Oc(c),c[e]=t;return{tag:t,value:c}}static ENTITIES={amp:`&`,lt:`<`,gt:`>`,quot:`"`,apos:`'`};skipDoctype(){let e=this;e.i+=9;let t=0;for(;e.i<e.z;){let n=e.x[e.i];if(n===`[`)++t;else if(n===`]`)--t;else if(n===`>`&&t===0){++e.i;return}++e.i}throw Error(`@aws-sdk XML parse error: unclosed DOCTYPE.`)}decodeEntities(t){return t.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g,(t,n,r,i)=>n?String.fromCharCode(parseInt(n,16)):r?String.fromCharCode(parseInt(r,10)):e.ENTITIES[i]??``)}},jc=class{serdeContext;setSerdeContext(e){this.serdeContext=e}},Mc=class{from;to;keys;constructor(e,t){this.from=e,this.to=t;let n=Object.keys(this.from),r=new Set(n);r.delete(`__type`),this.keys=r}mark(e){this.keys.delete(e)}hasUnknown(){return this.keys.size===1&&Object.keys(this.to).length===0}writeUnknown(){if(this.hasUnknown()){let e=this.keys.values().next().value,t=this.from[e];this.to.$unknown=[e,t]}}};function Nc(e){Object.defineProperty(e,"__proto__",{value:void 0,writable:!0,enumerable:!0,configurable:!0})}var Pc=class extends jc{settings;stringDeserializer;constructor(e){super(),this.settings=e,this.stringDeserializer=new oa(e)}setSerdeContext(e){this.serdeContext=e,this.stringDeserializer.setSerdeContext(e)}read(e,t,n){let r=U.of(e),i=r.getMemberSchemas();if(r.isStructSchema()&&r.isMemberSchema()&&Object.values(i).find(e=>!!e.getMemberTraits().eventPayload)){let e={},n=Object.keys(i)[0];return e[n]=i[n].isBlobSchema()?t:this.read(i[n],t),e}let a=(this.serdeContext?.utf8Encoder??Ae)(t),o=this.parseXml(a);return this.readSchema(e,n?o[n]:o)}readSchema(e,t){let n=U.of(e);if(n.isUnitSchema())return;let r=n.getMergedTraits();if(n.isListSchema()&&!Array.isArray(t))return this.readSchema(n,[t]);if(t==null)return t;if(typeof t==`object`){let e=!!r.xmlFlattened;if(n.isListSchema()){let r=n.getValueSchema(),i=[],a=r.getMergedTraits().xmlName??`member`,o=e?t:(t[0]??t)[a];if(o==null)return i;let s=Array.isArray(o)?o:[o];for(let e of s)i.push(this.readSchema(r,e));return i}let i={};if(n.isMapSchema()){let r=n.getKeySchema(),a=n.getValueSchema(),o;o=e?Array.isArray(t)?t:[t]:Array.isArray(t.entry)?t.entry:[t.entry];let s=r.getMergedTraits().xmlName??`key`,c=a.getMergedTraits().xmlName??`value`;for(let e of o){let t=e[s],n=e[c];t===`__proto__`&&Nc(i),i[t]=this.readSchema(a,n)}return i}if(n.isStructSchema()){let e=n.isUnionSchema(),r;e&&(r=new Mc(t,i));for(let[a,o]of n.structIterator()){let n=o.getMergedTraits(),s=n.httpPayload?n.xmlName??o.getName():o.getMemberTraits().xmlName??a;e&&r.mark(s),t[s]!=null&&(i[a]=this.readSchema(o,t[s]))}return e&&r.writeUnknown(),i}if(n.isDocumentSchema())return t;throw Error(`@aws-sdk/core/protocols - xml deserializer unhandled schema type for ${n.getName(!0)}`)}return n.isListSchema()?[]:n.isMapSchema()||n.isStructSchema()?{}:this.stringDeserializer.read(n,t)}parseXml(e){if(e.length){let t;try{t=kc(e)}catch(t){throw t&&typeof t==`object`&&Object.defineProperty(t,"$responseBodyText",{value:e}),t}let n=`#text`,r=Object.keys(t)[0],i=t[r];return i[n]&&(i[r]=i[n],delete i[n]),cr(i)}return{}}},Fc=class extends jc{settings;buffer;constructor(e){super(),this.settings=e}write(e,t,n=``){this.buffer===void 0&&(this.buffer=``);let r=U.of(e);if(n&&!n.endsWith(`.`)&&(n+=`.`),r.isBlobSchema())(typeof t==`string`||t instanceof Uint8Array)&&(this.writeKey(n),this.writeValue((this.serdeContext?.base64Encoder??Oe)(t)));else if(r.isBooleanSchema()||r.isNumericSchema()||r.isStringSchema())t==null?r.isIdempotencyToken()&&(this.writeKey(n),this.writeValue(Ki())):(this.writeKey(n),this.writeValue(String(t)));else if(r.isBigIntegerSchema())t!=null&&(this.writeKey(n),this.writeValue(String(t)));else if(r.isBigDecimalSchema())t!=null&&(this.writeKey(n),this.writeValue(t instanceof Gt?t.string:String(t)));else if(r.isTimestampSchema()){if(t instanceof Date)switch(this.writeKey(n),sa(r,this.settings)){case 5:this.writeValue(t.toISOString().replace(`.000Z`,`Z`));break;case 6:this.writeValue(st(t));break;case 7:this.writeValue(String(t.getTime()/1e3))}}else if(r.isDocumentSchema())Array.isArray(t)?this.write(79,t,n):t instanceof Date?this.write(4,t,n):t instanceof Uint8Array?this.write(21,t,n):t&&typeof t==`object`?this.write(143,t,n):(this.writeKey(n),this.writeValue(String(t)));else if(r.isListSchema()){if(Array.isArray(t)){if(t.length===0)this.settings.serializeEmptyLists&&(this.writeKey(n),this.writeValue(``));else{let e=r.getValueSchema(),i=this.settings.flattenLists||r.getMergedTraits().xmlFlattened,a=1;for(let r of t){if(r==null)continue;let t=e.getMergedTraits(),o=this.getKey(`member`,t.xmlName,t.ec2QueryName),s=i?`${n}${a}`:`${n}${o}.${a}`;this.write(e,r,s),++a}}}}else if(r.isMapSchema()){if(t&&typeof t==`object`){let e=r.getKeySchema(),i=r.getValueSchema(),a=r.getMergedTraits().xmlFlattened,o=1;for(let r in t){let s=t[r];if(s==null)continue;let c=e.getMergedTraits(),l=this.getKey(`key`,c.xmlName,c.ec2QueryName),u=a?`${n}${o}.${l}`:`${n}entry.${o}.${l}`,d=i.getMergedTraits(),f=this.getKey(`value`,d.xmlName,d.ec2QueryName),p=a?`${n}${o}.${f}`:`${n}entry.${o}.${f}`;this.write(e,r,u),this.write(i,s,p),++o}}}else if(r.isStructSchema()){if(t&&typeof t==`object`){let e=!1;for(let[i,a]of r.structIterator()){if(t[i]==null&&!a.isIdempotencyToken())continue;let r=a.getMergedTraits(),o=this.getKey(i,r.xmlName,r.ec2QueryName,`struct`),s=`${n}${o}`;this.write(a,t[i],s),e=!0}if(!e&&r.isUnionSchema()){let{$unknown:e}=t;if(Array.isArray(e)){let[t,r]=e,i=`${n}${t}`;this.write(15,r,i)}}}}else if(!r.isUnitSchema())throw Error(`@aws-sdk/core/protocols - QuerySerializer unrecognized schema type ${r.getName(!0)}`)}flush(){if(this.buffer===void 0)throw Error(`@aws-sdk/core/protocols - QuerySerializer cannot flush with nothing written to buffer.`);let e=this.buffer;return delete this.buffer,e}getKey(e,t,n,r){let{ec2:i,capitalizeKeys:a}=this.settings;if(i&&n)return n;let o=t??e;return a&&r===`struct`?o[0].toUpperCase()+o.slice(1):o}writeKey(e){e.endsWith(`.`)&&(e=e.slice(0,e.length-1)),this.buffer+=`&${Ji(e)}=`}writeValue(e){this.buffer+=Ji(e)}},Ic=class extends aa{options;serializer;deserializer;mixin=new Dc;constructor(e){super({defaultNamespace:e.defaultNamespace,errorTypeRegistries:e.errorTypeRegistries}),this.options=e;let t={timestampFormat:{useTrait:!0,default:5},httpBindings:!1,xmlNamespace:e.xmlNamespace,serviceNamespace:e.defaultNamespace,serializeEmptyLists:!0};this.serializer=new Fc(t),this.deserializer=new Pc(t)}getShapeId(){return`aws.protocols#awsQuery`}setSerdeContext(e){this.serializer.setSerdeContext(e),this.deserializer.setSerdeContext(e)}getPayloadCodec(){throw Error(`AWSQuery protocol has no payload codec.`)}async serializeRequest(e,t,n){let r=await super.serializeRequest(e,t,n);return r.path.endsWith(`/`)||(r.path+=`/`),r.headers[`content-type`]=`application/x-www-form-urlencoded`,On(e.input)!==`unit`&&r.body||(r.body=``),r.body=`Action=${e.name.split(`#`)[1]??e.name}&Version=${this.options.version}`+r.body,r.body.endsWith(`&`)&&(r.body=r.body.slice(-1)),r}async deserializeResponse(e,t,n){let r=this.deserializer,i=U.of(e.output),a={};if(n.statusCode>=300){let i=await qi(n.body,t);i.byteLength>0&&Object.assign(a,await r.read(15,i)),await this.handleError(e,t,n,a,this.deserializeMetadata(n))}for(let e in n.headers){let t=n.headers[e];delete n.headers[e],n.headers[e.toLowerCase()]=t}let o=e.name.split(`#`)[1]??e.name,s=i.isStructSchema()&&this.useNestedResult()?o+`Result`:void 0,c=await qi(n.body,t);return c.byteLength>0&&Object.assign(a,await r.read(i,c,s)),a.$metadata=this.deserializeMetadata(n),a}useNestedResult(){return!0}async handleError(e,t,n,r,i){let a=this.loadQueryErrorCode(n,r)??`Unknown`;this.mixin.compose(this.compositeErrorRegistry,a,this.options.defaultNamespace);let o=this.loadQueryError(r)??{},s=this.loadQueryErrorMessage(r);o.message=s,o.Error={Type:o.Type,Code:o.Code,Message:s};let{errorSchema:c,errorMetadata:l}=await this.mixin.getErrorSchemaOrThrowBaseException(a,this.options.defaultNamespace,n,o,i,this.mixin.findQueryCompatibleError),u=U.of(c),d=new((this.compositeErrorRegistry.getErrorCtor(c))??Error)({}),f={Type:o.Error.Type,Code:o.Error.Code,Error:o.Error};for(let[e,t]of u.structIterator()){let n=t.getMergedTraits().xmlName??e,i=o[n]??r[n];f[e]=this.deserializer.readSchema(t,i)}throw this.mixin.decorateServiceException(Object.assign(d,l,{$fault:u.getMergedTraits().error,message:s},f),r)}loadQueryErrorCode(e,t){let n=(t.Errors?.[0]?.Error??t.Errors?.Error??t.Error)?.Code;if(n!==void 0)return n;if(e.statusCode==404)return`NotFound`}loadQueryError(e){return e.Errors?.[0]?.Error??e.Errors?.Error??e.Error}loadQueryErrorMessage(e){let t=this.loadQueryError(e);return t?.message??t?.Message??e.message??e.Message??`Unknown`}getDefaultContentType(){return`application/x-www-form-urlencoded`}},Lc=class extends Ic{options;constructor(e){super(e),this.options=e,Object.assign(this.serializer.settings,{capitalizeKeys:!0,flattenLists:!0,serializeEmptyLists:!1,ec2:!0})}getShapeId(){return`aws.protocols#ec2Query`}useNestedResult(){return!1}};const Rc=2**53-1;var zc=class e{digestLength=32;state=Int32Array.from(Bc);w;buffer=new Uint8Array(64);bufferLength=0;bytesHashed=0;finished=!1;inner;outer;constructor(t){if(t){let n=e.normalizeKey(t);this.inner=new e,this.outer=new e;let{inner:r,outer:i}=this,a=new Uint8Array(128);for(let e=0;e<64;++e)a[e]=54^n[e],a[e+64]=92^n[e];r.update(a.subarray(0,64)),i.update(a.subarray(64))}}update(e){if(this.finished)throw Error(`Attempted to update an already finished HMAC.`);if(this.inner){this.inner.update(e);return}let t=I(e),n=0,{byteLength:r}=t;if(this.bytesHashed+=r,this.bytesHashed*8>Rc)throw Error(`Cannot hash more than 2^53 - 1 bits`);for(;r>0;)this.buffer[this.bufferLength++]=t[n++],r--,this.bufferLength===64&&(this.hashBuffer(),this.bufferLength=0)}async digest(){let{inner:e,outer:t}=this;if(e&&t){if(this.finished)throw Error(`Attempted to digest an already finished HMAC.`);this.finished=!0;let n=e.digestSync();return t.update(n),t.digestSync()}return this.digestSync()}reset(){this.state=Int32Array.from(Bc),this.buffer=new Uint8Array(64),this.bufferLength=0,this.bytesHashed=0}digestSync(){let e=this.state.slice(),t=this.buffer.slice(),n=this.bufferLength,r=this.bytesHashed*8,i=new DataView(t.buffer,t.byteOffset,t.byteLength);if(i.setUint8(n++,128),(n-1)%64>=56){for(let e=n;e<64;++e)i.setUint8(e,0);this.hashBufferWith(e,t),n=0}for(let e=n;e<56;++e)i.setUint8(e,0);i.setUint32(56,Math.floor(r/4294967296),!1),i.setUint32(60,r,!1),this.hashBufferWith(e,t);let a=new Uint8Array(32);for(let t=0;t<8;++t)a[t*4]=e[t]>>>24&255,a[t*4+1]=e[t]>>>16&255,a[t*4+2]=e[t]>>>8&255,a[t*4+3]=e[t]>>>0&255;return a}static normalizeKey(t){let n=I(t);if(n.byteLength>64){let t=new e;t.update(n);let r=t.digestSync(),i=new Uint8Array(64);return i.set(r),i}if(n.byteLength<64){let e=new Uint8Array(64);return e.set(n),e}return n}hashBuffer(){this.hashBufferWith(this.state,this.buffer)}hashBufferWith(e,t){let n=this.w??=new Int32Array(64),r=e[0],i=e[1],a=e[2],o=e[3],s=e[4],c=e[5],l=e[6],u=e[7];for(let e=0;e<64;++e){if(e<16)n[e]=(t[e*4]&255)<<24|(t[e*4+1]&255)<<16|(t[e*4+2]&255)<<8|t[e*4+3]&255;else{let t=n[e-2],r=(t>>>17|t<<15)^(t>>>19|t<<13)^t>>>10;t=n[e-15];let i=(t>>>7|t<<25)^(t>>>18|t<<14)^t>>>3;n[e]=(r+n[e-7]|0)+(i+n[e-16]|0)}let d=(((s>>>6|s<<26)^(s>>>11|s<<21)^(s>>>25|s<<7))+(s&c^~s&l)|0)+(u+(Vc[e]+n[e]|0)|0)|0,f=((r>>>2|r<<30)^(r>>>13|r<<19)^(r>>>22|r<<10))+(r&i^r&a^i&a)|0;u=l,l=c,c=s,s=o+d|0,o=a,a=i,i=r,r=d+f|0}e[0]+=r,e[1]+=i,e[2]+=a,e[3]+=o,e[4]+=s,e[5]+=c,e[6]+=l,e[7]+=u}};const Bc=new Int32Array([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),Vc=new Int32Array([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),Hc=(()=>{try{return (0,external_node_crypto_.createHash)(`sha256`),!0}catch{return!1}})()?Uc():zc;function Uc(){return class{digestLength=32;secret;hash;isHmac;finished=!1;constructor(e){this.secret=e,this.isHmac=!!e,this.hash=this.createHash()}update(e){if(this.finished)throw Error(`Attempted to update an already finished hash.`);this.hash.update(e)}async digest(){let e;return this.isHmac?(this.finished=!0,e=this.hash.digest()):e=this.hash.copy().digest(),new Uint8Array(e.buffer,e.byteOffset,e.byteLength)}reset(){this.hash=this.createHash(),this.finished=!1}createHash(){return this.secret?(0,external_node_crypto_.createHmac)(`sha256`,Wc(this.secret)):(0,external_node_crypto_.createHash)(`sha256`)}}}function Wc(e){return typeof e==`string`?e:ArrayBuffer.isView(e)?Buffer.from(e.buffer,e.byteOffset,e.byteLength):Buffer.from(e)}const Gc=`isSet`,Kc=`PartitionResult`,qc=`booleanEquals`,Jc=`getAttr`,Yc={ref:`Endpoint`},Xc={ref:Kc},Zc={},Qc=[{ref:`Region`}],$c={conditions:[[Gc,[Yc]],[Gc,Qc],[`aws.partition`,Qc,Kc],[qc,[{ref:`UseFIPS`},!0]],[qc,[{ref:`UseDualStack`},!0]],[qc,[{fn:Jc,argv:[Xc,`supportsDualStack`]},!0]],[qc,[{fn:Jc,argv:[Xc,`supportsFIPS`]},!0]],[`stringEquals`,[{fn:Jc,argv:[Xc,`name`]},`aws-us-gov`]]],results:[[-1],[-1,`Invalid Configuration: FIPS and custom endpoint are not supported`],[-1,`Invalid Configuration: Dualstack and custom endpoint are not supported`],[Yc,Zc],[`https://ec2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}`,Zc],[-1,`FIPS and DualStack are enabled, but this partition does not support one or both`],[`https://ec2.{Region}.amazonaws.com`,Zc],[`https://ec2-fips.{Region}.{PartitionResult#dnsSuffix}`,Zc],[-1,`FIPS is enabled but this partition does not support FIPS`],[`https://ec2.{Region}.{PartitionResult#dualStackDnsSuffix}`,Zc],[-1,`DualStack is enabled but this partition does not support DualStack`],[`https://ec2.{Region}.{PartitionResult#dnsSuffix}`,Zc],[-1,`Invalid Configuration: Missing Region`]]},el=new Int32Array([-1,1,-1,0,13,3,1,4,100000012,2,5,100000012,3,8,6,4,7,100000011,5,100000009,100000010,4,11,9,6,10,100000008,7,100000006,100000007,5,12,100000005,6,100000004,100000005,3,100000001,14,4,100000002,100000003]),tl=Jr.from(el,2,$c.conditions,$c.results),nl=new Yr({size:50,params:[`Endpoint`,`Region`,`UseDualStack`,`UseFIPS`]}),rl=(e,t={})=>nl.get(e,()=>Ci(tl,{endpointParams:e,logger:t.logger}));Zr.aws=rs;var il=class e extends Xn{static shapeId=`smithy.ts.sdk.synthetic.com.amazonaws.ec2#EC2ServiceException`;constructor(t){super(t),Object.setPrototypeOf(this,e.prototype)}};const al=`AsnAssociation`,ol=`Cidr`,sl=`DryRun`,cl=`MaxResults`,ll=`NextToken`,ul=`StatusMessage`,dl=`State`,fl=`asnAssociation`,pl=`cidr`,Z=`ec2QueryName`,ml=`item`,hl=`nextToken`,gl=`smithy.ts.sdk.synthetic.com.amazonaws.ec2`,_l=`statusMessage`,vl=`state`,Q=`xmlName`,$=`com.amazonaws.ec2`,yl=new Wn(gl);var bl=[-3,gl,`EC2ServiceException`,0,[],[]];yl.registerError(bl,il);const xl=[yl];var Sl=[3,$,al,0,[`Asn`,ol,ul,dl],[[0,{[Z]:`Asn`,[Q]:`asn`}],[0,{[Z]:`Cidr`,[Q]:pl}],[0,{[Z]:`StatusMessage`,[Q]:_l}],[0,{[Z]:`State`,[Q]:vl}]]],Cl=[3,$,`AssociateIpamByoasnRequest`,0,[`Asn`,ol,sl],[0,0,2],2],wl=[3,$,`AssociateIpamByoasnResult`,0,[al],[[()=>Sl,{[Z]:`AsnAssociation`,[Q]:fl}]]],Tl=[3,$,`Byoasn`,0,[`Asn`,`IpamId`,ul,dl],[[0,{[Z]:`Asn`,[Q]:`asn`}],[0,{[Z]:`IpamId`,[Q]:`ipamId`}],[0,{[Z]:`StatusMessage`,[Q]:_l}],[0,{[Z]:`State`,[Q]:vl}]]],El=[3,$,`ByoipCidr`,0,[ol,`Description`,`AsnAssociations`,ul,dl,`NetworkBorderGroup`,`AdvertisementType`,`PoolId`,`IpamPoolId`],[[0,{[Z]:`Cidr`,[Q]:pl}],[0,{[Z]:`Description`,[Q]:`description`}],[()=>Nl,{[Z]:`AsnAssociationSet`,[Q]:`asnAssociationSet`}],[0,{[Z]:`StatusMessage`,[Q]:_l}],[0,{[Z]:`State`,[Q]:vl}],[0,{[Z]:`NetworkBorderGroup`,[Q]:`networkBorderGroup`}],[0,{[Z]:`AdvertisementType`,[Q]:`advertisementType`}],[0,{[Z]:`PoolId`,[Q]:`poolId`}],[0,{[Z]:`IpamPoolId`,[Q]:`ipamPoolId`}]]],Dl=[3,$,`DescribeByoipCidrsRequest`,0,[cl,sl,ll],[1,2,0],1],Ol=[3,$,`DescribeByoipCidrsResult`,0,[`ByoipCidrs`,ll],[[()=>Fl,{[Z]:`ByoipCidrSet`,[Q]:`byoipCidrSet`}],[0,{[Z]:`NextToken`,[Q]:hl}]]],kl=[3,$,`DescribeIpamByoasnRequest`,0,[sl,cl,ll],[2,1,0]],Al=[3,$,`DescribeIpamByoasnResult`,0,[`Byoasns`,ll],[[()=>Pl,{[Z]:`ByoasnSet`,[Q]:`byoasnSet`}],[0,{[Z]:`NextToken`,[Q]:hl}]]],jl=[3,$,`DisassociateIpamByoasnRequest`,0,[`Asn`,ol,sl],[0,0,2],2],Ml=[3,$,`DisassociateIpamByoasnResult`,0,[al],[[()=>Sl,{[Z]:`AsnAssociation`,[Q]:fl}]]],Nl=[1,$,`AsnAssociationSet`,0,[()=>Sl,{[Q]:ml}]],Pl=[1,$,`ByoasnSet`,0,[()=>Tl,{[Q]:ml}]],Fl=[1,$,`ByoipCidrSet`,0,[()=>El,{[Q]:ml}]],Il=[9,$,`AssociateIpamByoasn`,0,()=>Cl,()=>wl],Ll=[9,$,`DescribeByoipCidrs`,0,()=>Dl,()=>Ol],Rl=[9,$,`DescribeIpamByoasn`,0,()=>kl,()=>Al],zl=[9,$,`DisassociateIpamByoasn`,0,()=>jl,()=>Ml];const Bl=e=>({apiVersion:`2016-11-15`,base64Decoder:e?.base64Decoder??De,base64Encoder:e?.base64Encoder??Oe,disableHostPrefix:e?.disableHostPrefix??!1,endpointProvider:e?.endpointProvider??rl,extensions:e?.extensions??[],httpAuthSchemeProvider:e?.httpAuthSchemeProvider??$s,httpAuthSchemes:e?.httpAuthSchemes??[{schemeId:`aws.auth#sigv4`,identityProvider:e=>e.getIdentityProvider(`aws.auth#sigv4`),signer:new ps}],logger:e?.logger??new lr,protocol:e?.protocol??Lc,protocolSettings:e?.protocolSettings??{defaultNamespace:`com.amazonaws.ec2`,errorTypeRegistries:xl,xmlNamespace:`http://ec2.amazonaws.com/doc/2016-11-15`,version:`2016-11-15`,serviceTarget:`AmazonEC2`},serviceId:e?.serviceId??`EC2`,sha256:e?.sha256??Hc,urlParser:e?.urlParser??Ve,utf8Decoder:e?.utf8Decoder??T,utf8Encoder:e?.utf8Encoder??Ae}),Vl=e=>{er(process.version);let t=Er(e),n=()=>t().then(Qn),r=Bl(e);ye(process.version);let i={profile:e?.profile,logger:r.logger};return{...r,...e,runtime:`node`,defaultsMode:t,authSchemePreference:e?.authSchemePreference??B(vs,i),bodyLengthChecker:e?.bodyLengthChecker??Yt,credentialDefaultProvider:e?.credentialDefaultProvider??uc,defaultSocketTimeout:Se(e?.requestHandler,9e5),defaultUserAgentProvider:e?.defaultUserAgentProvider??es({serviceId:r.serviceId,clientVersion:rc}),maxAttempts:e?.maxAttempts??B(Io,e),region:e?.region??B(vr,{...yr,...i}),requestHandler:Ec.create(e?.requestHandler??n),retryMode:e?.retryMode??B({...Ro,default:async()=>(await n()).retryMode||Ao},e),streamCollector:e?.streamCollector??zi,useDualstackEndpoint:e?.useDualstackEndpoint??B(Sn,i),useFipsEndpoint:e?.useFipsEndpoint??B(Cn,i),userAgentAppId:e?.userAgentAppId??B(ts,i)}},Hl=e=>{let t=e.httpAuthSchemes,n=e.httpAuthSchemeProvider,r=e.credentials;return{setHttpAuthScheme(e){let n=t.findIndex(t=>t.schemeId===e.schemeId);n===-1?t.push(e):t.splice(n,1,e)},httpAuthSchemes(){return t},setHttpAuthSchemeProvider(e){n=e},httpAuthSchemeProvider(){return n},setCredentials(e){r=e},credentials(){return r}}},Ul=e=>({httpAuthSchemes:e.httpAuthSchemes(),httpAuthSchemeProvider:e.httpAuthSchemeProvider(),credentials:e.credentials()}),Wl=(e,t)=>{let n=Object.assign(is(e),or(e),ca(e),Hl(e));return t.forEach(e=>e.configure(n)),Object.assign(e,as(n),sr(n),la(n),Ul(n))};var Gl=class extends Dn{config;constructor(...[e]){let t=Vl(e||{});super(t),this.initConfig=t;let n=Za(tc(t)),r=Lo(n),i=ga(wr(r)),a=wi(i),o=ec(a),s=Wl(o,e?.extensions||[]);this.config=s,this.middlewareStack.use(Fn(this.config)),this.middlewareStack.use(Xo(this.config)),this.middlewareStack.use(zo(this.config)),this.middlewareStack.use(pa(this.config)),this.middlewareStack.use(ya(this.config)),this.middlewareStack.use(Sa(this.config)),this.middlewareStack.use(Fa(this.config)),this.middlewareStack.use(Ba(this.config,{httpAuthSchemeParametersProvider:Zs,identityProviderConfigProvider:async e=>new Ka({"aws.auth#sigv4":e.credentials})})),this.middlewareStack.use(Ga(this.config))}destroy(){super.destroy()}};const Kl=ur(nc,`AmazonEC2`,`EC2Client`,Ti),ql={},Jl=(e,t,n,r)=>[];var Yl=class extends Kl(ql,Jl,`AssociateIpamByoasn`,Il){},Xl=class extends Kl(ql,Jl,`DescribeByoipCidrs`,Ll){},Zl=class extends Kl(ql,Jl,`DescribeIpamByoasn`,Rl){},Ql=class extends Kl(ql,Jl,`DisassociateIpamByoasn`,zl){};

}),

247:
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (listAssociations),
  $n: () => (findCode),
  $t: () => (booleanAs),
  A: () => (run),
  An: () => (parseAsn),
  At: () => (isChange),
  B: () => (stepParser),
  Bn: () => (callPages),
  Bt: () => (parseOrigin),
  C: () => (changesOf),
  Cn: () => (addressBits),
  Ct: () => (redactOutcome),
  D: () => (refuseType),
  Dn: () => (rangeOf),
  Dt: () => (effectLines),
  E: () => (refuseMissingCidr),
  En: () => (prefixLength),
  Et: () => (nextStepOf),
  F: () => (onlyReads),
  Fn: () => (namesOf),
  Ft: () => (amazonOrigins),
  G: () => (originLifeMs),
  Gn: () => (property),
  Gt: () => (locationText),
  H: () => (createRunState),
  Hn: () => (retryCalls),
  Ht: () => (associationText),
  I: () => (readInputs),
  In: () => (presentCredentials),
  It: () => (originChoices),
  J: () => (connectTarget),
  Jn: () => (intercepted),
  Jt: () => (endingSignals),
  K: () => (unknownOrigin),
  Kn: () => (stringAt),
  Kt: () => (problemText$1),
  L: () => (withdrawsOnly),
  Ln: () => (maskCredentials),
  Lt: () => (originName),
  M: () => (checkEntry),
  Mn: () => (quotedText),
  Mt: () => (unmanagedCidrText),
  N: () => (checkFile),
  Nn: () => (credentialSources),
  Nt: () => (unnamedParts),
  O: () => (cidrPhase),
  On: () => (rangeText),
  Ot: () => (makeRows),
  P: () => (createReader),
  Pn: () => (hasKeys),
  Pt: () => (entryOf$1),
  Q: () => (findContradiction),
  Qn: () => (quoteResponse),
  Qt: () => (redactProxy),
  R: () => (createApprovedReader),
  Rn: () => (call),
  Rt: () => (originOf),
  S: () => (otherCounts),
  Sn: () => (rangeOfCidr),
  St: () => (redactFailure),
  T: () => (refuseContradiction),
  Tn: () => (overlaps),
  Tt: () => (inspectLines),
  U: () => (initialPairs),
  Un: () => (throwCallErrors),
  Ut: () => (viewOf),
  V: () => (digestExample),
  Vn: () => (mapErrors),
  Vt: () => (routeText),
  W: () => (initialRoutes),
  Wn: () => (parseJson),
  Wt: () => (isAssociated),
  X: () => (findAssociation),
  Xn: () => (kindOfStatus),
  Xt: () => (readGitHubRun),
  Y: () => (openTarget),
  Yn: () => (isRetryable),
  Yt: () => (collectSecrets),
  Z: () => (findCidr),
  Zn: () => (unreadableError),
  Zt: () => (readProxies),
  _: () => (realPath),
  _n: () => (normalizeAsn),
  _t: () => (forEachConcurrent),
  a: () => (makeChange),
  an: () => (parseRegionInput),
  ar: () => (plainLine),
  at: () => (arnsOf),
  b: () => (columnNames),
  bn: () => (canonicalCidr),
  bt: () => (readConfigFile),
  c: () => (recordState),
  cn: () => (parseTargetName),
  cr: () => (retry),
  ct: () => (originActions),
  d: () => (addReading),
  dn: () => (parseAccountId),
  dr: () => (withTimeout),
  dt: () => (policyOf),
  en: () => (combine),
  et: () => (listCidrs),
  f: () => (noReads),
  fn: () => (openTransport),
  fr: () => (systemClock),
  ft: () => (readStatements),
  g: () => (isOutside),
  gn: () => (readDryRun),
  gr: () => (reasons),
  gt: () => (startDeadline),
  h: () => (runAction),
  hn: () => (page),
  hr: () => (endsRun),
  ht: () => (withFailureContext),
  i: () => (notStarted),
  "in": () => (parseList),
  ir: () => (plainJson),
  it: () => (createRateLimiter),
  j: () => (checkCommon),
  jn: () => (explainLookAlike),
  jt: () => (stepsOf),
  k: () => (refuse),
  kn: () => (canonicalAsn),
  kt: () => (checkLabels),
  l: () => (sleepUntilPoll),
  ln: () => (targetNamePattern),
  lr: () => (TimeoutError),
  lt: () => (planPolicy),
  m: () => (decide),
  mn: () => (connectVia),
  mr: () => (asFailure),
  mt: () => (toFailure),
  n: () => (checkAll),
  nn: () => (mapParsed),
  nr: () => (joinFirst),
  nt: () => (tryDescribeAsns),
  o: () => (poll),
  on: () => (parseVerify),
  or: () => (truncate),
  ot: () => (hopsOf),
  p: () => (unknownState),
  pn: () => (requestTo),
  pr: () => (Failure),
  pt: () => (statement),
  q: () => (summarizeFailures),
  qn: () => (CallError),
  qt: () => (cancelOnSignals),
  r: () => (dryRun),
  rn: () => (parseExpectedPlan),
  rr: () => (jsonEscapes),
  rt: () => (tryRead),
  s: () => (readOnce),
  sn: () => (defaultTargetName),
  sr: () => (errorDelay),
  st: () => (rates),
  t: () => (associations),
  tn: () => (countOr),
  tr: () => (countNoun),
  tt: () => (describeCidrs),
  u: () => (tryBriefly),
  un: () => (parseRegion),
  ur: () => (minResponseMs),
  ut: () => (policyIfDenied),
  v: () => (formatResult),
  vn: () => (normalizeCidr),
  vt: () => (mapConcurrent),
  w: () => (hasChanges),
  wn: () => (covers),
  wt: () => (defectLines),
  x: () => (headlineOf),
  xn: () => (parseCidr),
  xt: () => (refusePath),
  y: () => (cellsBeforeChange),
  yn: () => (normalizeState),
  yt: () => (loadTargets),
  z: () => (parseState),
  zn: () => (callOnce),
  zt: () => (originText)
});

// UNUSED EXPORTS: er

// EXTERNAL MODULE: ./dependencies.js + 6 modules
var dependencies = __nccwpck_require__(519);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = process.getBuiltinModule("node:net");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __nccwpck_require__(698);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = process.getBuiltinModule("node:timers/promises");
;// CONCATENATED MODULE: ./every-run.js









// src/reasons.ts
const successes = {
	associated: {
		cause: "AWS shows the association as associated.",
		next: "Routes have not changed: advertise the CIDR from this ASN when you want them to."
	},
	"already-associated": {
		cause: "The association already exists. Nothing was changed.",
		next: "Nothing to do."
	},
	"already-pending": {
		cause: "The association is pending in AWS. This run did not wait for it.",
		next: "Nothing to do: AWS continues. Run again later to see the end state."
	},
	accepted: {
		cause: "EC2 accepted the changes of the run, and wait is false.",
		next: "Run again later to see the end state."
	},
	"dry-run-permitted": {
		cause: "The association can be created: EC2 confirmed that this role may.",
		next: "Review the plan, merge a pull request, and approve the apply. EC2 checked only the permission."
	},
	"dry-run-unchecked": {
		cause: "The association would be created. Permission was not checked (permission-check: false).",
		next: "Review the plan, merge a pull request, and approve the apply."
	},
	planned: {
		cause: "The plan has changes, and nothing blocks it.",
		next: "Review the plan. On a pull request, merge it: the run on the default branch waits for the approval."
	},
	"no-changes": {
		cause: "Everything is as desired, or pending. Nothing was changed.",
		next: "Nothing to do."
	},
	applied: {
		cause: "AWS shows everything as desired.",
		next: "An association changes no routes: advertise a CIDR from your ASN when you want it to."
	},
	advertised: {
		cause: "AWS accepted the origin, and shows the CIDR as advertised.",
		next: "Nothing to do. Networks outside AWS can take a few minutes."
	},
	withdrawn: {
		cause: "AWS no longer advertises the CIDR.",
		next: "If the file has a route for it, set origin: none there, or the next plan advertises it again."
	},
	disassociated: {
		cause: "AWS shows the association as disassociated, or no longer lists it.",
		next: "Delete the entry with remove: true from the file."
	},
	"fork-no-credentials": {
		cause: "GitHub gives no credentials to pull requests from forks. Those by Dependabot get at most an ID token, and this job has none. No other credentials are configured, so only the offline checks ran.",
		next: "Review the change, and plan it on a branch of this repository."
	}
};
const failures = {
	"not-permitted": {
		cause: "EC2 denied the dry run: this role may not make the call.",
		next: "Give the role the policy that the log prints, or set permission-check: false for a role that only reads."
	},
	"invalid-input": {
		cause: "Inputs, or entries of the file, are invalid. Nothing was changed.",
		next: "Fix the problems that are listed."
	},
	"no-credentials": {
		cause: "No AWS credentials are configured, or GitHub gave the job no ID token.",
		next: "Grant id-token: write and set role-to-assume, or configure credentials in an earlier step."
	},
	"oidc-denied": {
		cause: "STS refused GitHub's ID token for this role.",
		next: "Compare the claims with the role's trust policy (docs/troubleshooting.md). Correct the job, or add its sub to the policy if this kind of run may have the role."
	},
	"credentials-rejected": {
		cause: "The configured credentials are wrong, expired or incomplete, or the clock of the runner is off.",
		next: "Renew the credentials, and check the clock of a self-hosted runner."
	},
	"account-not-allowed": {
		cause: "The credentials belong to an account that is not the target's or not in allowed-account-ids, or switched accounts during the run.",
		next: "Check role-to-assume, allowed-account-ids and the account of the target."
	},
	"cidr-not-found": {
		cause: "AWS lists no such BYOIP CIDR in this account and Region.",
		next: "Check the Region, the account, and that the CIDR is exactly the provisioned one."
	},
	"cidr-not-ready": {
		cause: "The CIDR is neither provisioned nor advertised.",
		next: "If it is pending-provision, run again when DescribeByoipCidrs shows it as provisioned. Otherwise provision it again, or remove the entry."
	},
	"cidr-not-eligible": {
		cause: "The CIDR can never be advertised from your ASN: it is anycast, or not publicly advertisable.",
		next: "Use a unicast CIDR that was provisioned as publicly advertisable."
	},
	"asn-not-provisioned": {
		cause: "The ASN is not provisioned in IPAM; or, with ipam-region, not listed there.",
		next: "Check the ASN and ipam-region. If both are right, provision the ASN (docs/getting-started.md#provision-an-asn), then run again."
	},
	"asn-not-associated": {
		cause: "The CIDR is not associated with the desired origin ASN.",
		next: "Associate the ASN with the CIDR first, then run again."
	},
	"asn-in-use": {
		cause: "The CIDR is, or may be, advertised from the ASN whose association is to be removed.",
		next: "Change the origin of the CIDR first (docs/routes.md), then remove the association."
	},
	"route-busy": {
		cause: "AWS is advertising or withdrawing the CIDR.",
		next: "Run again when DescribeByoipCidrs shows it as advertised or provisioned."
	},
	"origin-unknown": {
		cause: "The CIDR is advertised, but its origin could not be read.",
		next: "Check its origin in the EC2 console. Let the role read IPAM (docs/iam.md#roles-for-routes), or withdraw the CIDR first."
	},
	"not-verified": {
		cause: "The change was made, but the desired origin could not be verified.",
		next: "Check the route outside AWS. Nothing was rolled back; run again to see its state."
	},
	"rpki-not-valid": {
		cause: "RPKI does not show the CIDR as valid with this ASN, and rpki-policy refuses that.",
		next: "Create the ROA that the message names, and run again when it is published."
	},
	"rpki-unreadable": {
		cause: "RPKI data could not be read or is stale, and rpki-policy needs it.",
		next: "Check the source that the input rpki names, then run again."
	},
	"association-busy": {
		cause: "An association or disassociation is in progress, or a disassociation has failed.",
		next: "Wait until it ends, or resolve the failure in AWS, then run again."
	},
	"unknown-state": {
		cause: "AWS shows a state that this version does not know, or a listing that contradicts itself or cannot be read.",
		next: "Run again: the listing may have changed while it was read. If it persists, check the state in AWS, and update this action."
	},
	refused: {
		cause: "One or more entries are blocked. Nothing was changed.",
		next: "Fix each blocked entry, or remove it from the file; that changes nothing in AWS."
	},
	"plan-changed": {
		cause: "The plan differs from the approved one. Nothing was changed.",
		next: "Re-run all jobs, and review and approve the new plan."
	},
	"too-many-changes": {
		cause: "The plan changes more than max-changes allows. Nothing was changed.",
		next: "Check the plan. If it is intended, raise max-changes."
	},
	unmanaged: {
		cause: "AWS has associations or CIDRs that the file lacks, and unmanaged is fail. Nothing was changed.",
		next: "Find out who created them. Add them to the file, or remove them in AWS."
	},
	"partly-applied": {
		cause: "Some changes were made, and others failed or were skipped.",
		next: "Resolve each failure, then re-run all jobs; completed changes are kept."
	},
	"association-failed": {
		cause: "AWS could not associate or disassociate it, or removed it.",
		next: "Resolve what AWS's status message says, then re-run all jobs to plan a new attempt."
	},
	"wait-timeout": {
		cause: "The deadline passed before AWS showed an end state.",
		next: "Re-run the failed jobs to continue waiting. If changes were skipped, re-run all jobs. Raise wait-timeout-seconds if AWS needs longer."
	},
	"access-denied": {
		cause: "AWS denied a call that the run needs.",
		next: "Give the role its policy from docs/iam.md, and check organization policies."
	},
	"request-rejected": {
		cause: "AWS rejected the request.",
		next: "Do what AWS's message says; the same request will be rejected again."
	},
	throttled: {
		cause: "AWS throttled the calls until the deadline.",
		next: "Run again later. Let runs in one account and Region wait for each other (concurrency)."
	},
	"service-error": {
		cause: "AWS repeatedly returned server errors or unreadable responses.",
		next: "Run again: the new run reads the state first, and makes only the changes that are still missing."
	},
	"network-error": {
		cause: "AWS could not be reached, or did not respond in time.",
		next: "Check Region, DNS, proxy and firewall, then run again."
	},
	cancelled: {
		cause: "The run was cancelled by a signal.",
		next: "Re-run the failed jobs to wait for pending changes. If changes were skipped, re-run all jobs."
	},
	"internal-error": {
		cause: "A defect of this action.",
		next: "Please report it with the log. Running again is safe."
	}
};
const reasons = {
	...successes,
	...failures
};
function conclusionOf(reason) {
	return reason in successes ? "success" : "failure";
}
// src/failure.ts
var Failure = class extends Error {
	name = "Failure";
	reason;
	code;
	requestId;
	likely;
	next;
	lines;
	problems;
	constructor(reason, message, details = {}) {
		super(message, { cause: details.cause });
		this.reason = reason;
		this.code = details.code;
		this.requestId = details.requestId;
		this.likely = details.likely;
		this.next = details.next ?? reasons[reason].next;
		this.lines = details.lines ?? [];
		this.problems = details.problems ?? [];
	}
};
function asFailure(thrown) {
	if (thrown instanceof Failure) return thrown;
	return new Failure("internal-error", `Unexpected: ${textOf(thrown)}`, { cause: thrown });
}
function endsRun({ reason }) {
	return reason === "cancelled" || reason === "internal-error";
}
function textOf(thrown) {
	if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`;
	return typeof thrown === "string" ? thrown : (0,external_node_util_.inspect)(thrown);
}
// src/lib/clock.ts
function systemClock(cancelled) {
	const now = () => Number(process.hrtime.bigint()) / 1e6;
	return {
		now,
		wallTime: () => Date.now(),
		sleep: async (milliseconds) => {
			cancelled.throwIfAborted();
			const end = now() + milliseconds;
			try {
				for (let left = milliseconds; left > 0; left = end - now()) await (0,promises_namespaceObject.setTimeout)(Math.ceil(left), void 0, { signal: cancelled });
			} catch (error) {
				cancelled.throwIfAborted();
				throw error;
			}
		},
		startTimer
	};
}
function startTimer(milliseconds, onEnd) {
	const timer = setTimeout(onEnd, milliseconds).unref();
	return () => clearTimeout(timer);
}
function clockUntil(signal, clock) {
	return {
		...clock,
		sleep: (milliseconds) => untilAborted(signal, clock.sleep(milliseconds))
	};
}
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
const minResponseMs = 1e3;
const defaultRequestSeconds = 15;
var TimeoutError = class extends Error {
	name = "TimeoutError";
	seconds;
	constructor(seconds) {
		super(`no response within ${seconds.toFixed(1)} s`);
		this.seconds = seconds;
	}
};
async function withTimeout(send, { cancelled, deadline, requestSeconds = defaultRequestSeconds, clock }) {
	cancelled.throwIfAborted();
	if (deadline.remaining() < 1e3) throw new TimeoutError(0);
	const milliseconds = Math.ceil(Math.min(requestSeconds * 1e3, deadline.remaining()));
	const request = new AbortController();
	const cancel = () => request.abort(cancelled.reason);
	cancelled.addEventListener("abort", cancel, { once: true });
	const stopTimer = clock.startTimer(milliseconds, () => request.abort(new TimeoutError(milliseconds / 1e3)));
	try {
		return await untilAborted(request.signal, send(request.signal));
	} catch (error) {
		cancelled.throwIfAborted();
		request.signal.throwIfAborted();
		throw error;
	} finally {
		stopTimer();
		cancelled.removeEventListener("abort", cancel);
	}
}
// src/lib/retry.ts
async function retry(attempt, backoff, context) {
	for (;;) try {
		return await attempt();
	} catch (error) {
		await waitToRetry(error, backoff, context);
	}
}
async function waitToRetry(error, backoff, { log, clock, deadline }) {
	const delayMs = await backoff(error);
	if (delayMs === void 0 || delayMs + 1e3 >= deadline.remaining()) throw error;
	const text = error instanceof Error ? error.message : String(error);
	log.line(`${text}; retrying ${delayMs === 0 ? "now" : `in ${(delayMs / 1e3).toFixed(1)} s`}`);
	await clock.sleep(delayMs);
}
function errorDelay(nth, random) {
	return jitter(500 * 2 ** (nth - 1), random);
}
function jitter(milliseconds, random) {
	return milliseconds * (.75 + .5 * random());
}
// src/lib/text.ts
function plainLine(text) {
	return text.replace(unseen$1, (character) => escapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
function plainJson(json) {
	return json.replace(unseen$1, jsonEscapes);
}
function jsonEscapes(text) {
	return text.split("").map((unit) => unit.charCodeAt(0).toString(16)).map((digits) => `\\u${digits.padStart(4, "0")}`).join("");
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
function countNoun(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function listFirst(texts, most, others = "more") {
	const left = texts.length - most;
	return left > 0 ? [...texts.slice(0, most), `and ${left} ${others}`] : [...texts];
}
function joinFirst(texts, most) {
	const left = texts.length - most;
	return texts.slice(0, most).join(", ") + (left > 0 ? ` and ${left} more` : "");
}
function truncate(text, most) {
	const left = text.length - most;
	return left > 0 ? `${text.slice(0, most)}... (${left} more characters)` : text;
}
// src/aws/errors/error-codes.ts
const clock = "The clock of the runner is wrong, or the request took very long.";
const expired = "The credentials have expired.";
const signature = "The access key, secret key or session token is wrong.";
const checkRegion = "Check aws-region: not every Region offers BYOASN.";
const tooLateCode = "TooLate";
const tooLongCode = "TooLong";
const ownCodes = indexCodes({
	Timeout: {
		kind: "ambiguous",
		cause: "No response came in time.",
		next: "Check proxy and firewall of the runner, then run again."
	},
	[tooLateCode]: {
		kind: "unsent",
		cause: "The deadline of wait-timeout-seconds left no time for the call.",
		next: "Run again with a longer wait-timeout-seconds; what is done is kept."
	},
	[tooLongCode]: {
		kind: "ambiguous",
		cause: "Something between the runner and AWS sent an endless response.",
		next: "Check AWS_ENDPOINT_URL, proxy and firewall of the runner, then run again."
	},
	Unreadable: {
		kind: "ambiguous",
		cause: "Something between the runner and AWS truncated or changed the response.",
		next: "Check proxy and firewall of the runner, then run again."
	},
	ERR_INVALID_CHAR: {
		kind: "credentials",
		cause: "The access key (header authorization), the session token (x-amz-security-token) or the token of a request holds a line end or another character that no HTTP header can carry. Nothing was sent.",
		next: "Set the secret or variable that holds it again, without a line end (printf adds none, echo does).",
		isNetworkPath: true
	},
	Intercepted: {
		kind: "intercepted",
		cause: "A proxy, web filter, firewall or sign-in page between the runner and the host responded in its place.",
		next: "Let it pass HTTPS to that host unchanged, or add the host to NO_PROXY; check the AWS_ENDPOINT_URL variables; then run again.",
		isNetworkPath: true
	},
	ERR_INVALID_URL: {
		kind: "invalid",
		cause: "The address of an endpoint is not a URL. Nothing was sent.",
		next: "Correct the AWS_ENDPOINT_URL variables of the job and endpoint_url in the AWS profile."
	},
	"ERR_HTTP_INVALID_HEADER_VALUE ERR_INVALID_ARG_TYPE ERR_INVALID_ARG_VALUE ERR_INVALID_HTTP_TOKEN ERR_INVALID_PROTOCOL ERR_SOCKET_BAD_PORT ERR_UNESCAPED_CHARACTERS InvalidValue": {
		kind: "invalid",
		cause: "Node or the AWS SDK refused a value of the request. Nothing was sent.",
		next: "Correct the value that the message names: aws-region, or an AWS_ variable of the job such as AWS_ENDPOINT_URL."
	},
	ProxyFailed: {
		kind: "unsent",
		cause: "The proxy in HTTPS_PROXY did not respond, or could not connect to the host.",
		next: "Check HTTPS_PROXY and the log of the proxy, or add the host to NO_PROXY; then run again.",
		isNetworkPath: true
	},
	ProxyRefused: {
		kind: "rejected",
		cause: "The proxy in HTTPS_PROXY refused the connection: HTTP 407 means a missing or wrong user or password, any other status a host or port that it does not allow.",
		next: "Correct user and password in HTTPS_PROXY, allow the host at the proxy, or add it to NO_PROXY; then run again.",
		isNetworkPath: true
	},
	"DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE": {
		kind: "rejected",
		cause: "The certificate of the endpoint is signed by a CA that Node does not know, for example where a proxy inspects TLS.",
		next: "Set NODE_EXTRA_CA_CERTS in the env of the job or the runner to the file (PEM) with the CA certificate that signs for the proxy or endpoint; an earlier step of the job may write the file.",
		isNetworkPath: true
	}
});
const awsCodes = indexCodes({
	DryRunOperation: {
		kind: "permitted",
		cause: "The call would have been permitted."
	},
	"UnauthorizedOperation AccessDenied AccessDeniedException": {
		kind: "denied",
		cause: "An identity policy, permissions boundary, session policy or organization's policy."
	},
	"AuthFailure InvalidClientTokenId UnrecognizedClientException": {
		kind: "credentials",
		cause: "The access key or the session token is wrong, or was deactivated. Or the Region does not take it: an opt-in Region that is not enabled in the account, or a Region of another partition.",
		next: "Renew the credentials. If they are right, correct aws-region, or enable the Region in the account.",
		elsewhere: {
			cause: "The Region is an opt-in Region that is not enabled in the account, or is of another partition (aws, aws-cn, aws-us-gov); or the session comes from the global endpoint of STS, whose tokens opt-in Regions do not accept.",
			next: "Correct aws-region, or enable the Region in the account (aws account enable-region), then run again."
		}
	},
	"SignatureDoesNotMatch IncompleteSignature MissingAuthenticationToken": {
		kind: "credentials",
		cause: signature
	},
	"ExpiredToken ExpiredTokenException": {
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
	"RequestInTheFuture RequestTimeTooSkewed": {
		kind: "credentials",
		cause: clock
	},
	"Blocked OptInRequired PendingVerification": {
		kind: "rejected",
		cause: "The AWS account itself is not ready for this call.",
		next: "Resolve it in the AWS account, or with AWS Support."
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
	"InvalidParameter InvalidParameterCombination InvalidParameterValue InvalidPaginationToken InvalidRequest MalformedQueryString MissingParameter UnknownParameter ValidationError": {
		kind: "rejected",
		cause: "AWS did not accept an argument of the request."
	},
	"IncorrectState IncorrectStateException InvalidState": {
		kind: "rejected",
		cause: "The ASN, the CIDR or their association is in a state that does not allow it."
	},
	ResourceLimitExceeded: {
		kind: "rejected",
		cause: "A quota of the account is used up.",
		next: "Ask AWS Support to raise the quota; BYOASN quotas are not in the Service Quotas console."
	},
	"BandwidthLimitExceeded EC2ThrottledException RequestLimitExceeded RequestThrottled RequestThrottledException SlowDown Throttling ThrottlingException TooManyRequestsException": {
		kind: "throttled",
		cause: "Other callers in this account and Region use the same request rate."
	},
	"InternalError InternalFailure ServerInternal": {
		kind: "ambiguous",
		cause: "AWS had an internal error."
	},
	"ServiceUnavailable Unavailable": {
		kind: "ambiguous",
		cause: "AWS is short of capacity."
	},
	IDPCommunicationError: {
		kind: "unsent",
		cause: "STS could not reach the issuer of the token in time.",
		next: "Run again; STS connects to the issuer over its own network."
	},
	IDPRejectedClaim: {
		kind: "denied",
		cause: "The ID token was revoked or has expired."
	},
	InvalidIdentityToken: {
		kind: "denied",
		cause: "The role's account has no IAM OIDC provider for GitHub, that provider lacks the audience, or STS could not fetch GitHub's keys just now.",
		next: "Create the IAM OIDC provider in the account of the role, with the iss of the token, or add the aud of the token to it. If both are right, run the job again."
	},
	"MalformedPolicyDocument PackedPolicyTooLarge": {
		kind: "rejected",
		cause: "STS did not accept the session policy of the run, or not with its session tags.",
		next: "Set session-policy: false."
	},
	RegionDisabledException: {
		kind: "rejected",
		cause: "STS is not activated for this Region in the account of the role.",
		next: "Activate the Region for STS in the account settings of IAM."
	}
});
function findCode(code) {
	return awsCodes.get(code) ?? ownCodes.get(code);
}
function indexCodes(rows) {
	return new Map(Object.entries(rows).flatMap(([codes, entry]) => codes.split(" ").map((code) => [code, entry])));
}
// src/aws/errors/response-text.ts
function isTextResponse(value) {
	return typeof value === "object" && value !== null && "text" in value && "host" in value;
}
const prolog = String.raw`^\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*`;
const htmlStart = new RegExp(`${prolog}<(!doctype\\s+html|html)\\b`, "is");
const awsStart = new RegExp(`${prolog}<\\w*Response\\b`, "s");
function isPage(text) {
	return /html/i.test(text) && htmlStart.test(text);
}
function isAwsDocument(text) {
	return awsStart.test(text);
}
const longestQuote = 200;
function quoteResponse({ text, headers }) {
	const line = [/<title[^>]*>(.*?)<\/title/is.exec(text)?.[1] ?? "", ...text.split("\n")].map(withoutTags).find((words) => words !== "");
	const { location = "", server = "", via = "" } = headers;
	const facts = Object.entries({
		location: withoutQuery(location),
		server,
		via
	}).filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${toPlain(value)}`);
	const quote = line === void 0 ? "nothing" : JSON.stringify(toPlain(line));
	return facts.length === 0 ? quote : `${quote} (${facts.join(", ")})`;
}
function withoutTags(html) {
	return html.replace(/<[^>]*>?/g, " ").replace(/\s+/g, " ").trim();
}
function withoutQuery(location) {
	return location.replace(/[?#].*$/s, "");
}
function toPlain(text) {
	return plainLine(truncate(text, longestQuote));
}
// src/aws/errors/call-error.ts
const longestMessage$1 = 12e3;
const longestName$1 = 200;
var CallError = class extends Error {
	name = "CallError";
	result;
	constructor(result, cause) {
		const { code, message, httpStatus, requestId } = result;
		const bounded = {
			...result,
			code: truncate(code, longestName$1),
			message: truncate(message, longestMessage$1),
			httpStatus,
			requestId: requestId === void 0 ? void 0 : truncate(requestId, longestName$1)
		};
		super(describeResult(bounded), { cause });
		this.result = bounded;
	}
};
function describeResult({ code, httpStatus, message, requestId }) {
	return `${code}${httpStatus === void 0 || code.startsWith("HTTP") ? "" : ` (HTTP ${httpStatus})`}: ${message}${requestId ? ` (request id ${requestId})` : ""}`;
}
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
const clockCodes = new Set([
	"AuthFailure",
	"InvalidSignatureException",
	"RequestExpired",
	"RequestInTheFuture",
	"RequestTimeTooSkewed",
	"SignatureDoesNotMatch"
]);
function isClockRefusal({ result: { kind, code, clockCorrected } }) {
	return clockCorrected === true && kind === "credentials" && clockCodes.has(code);
}
function mayBeCarriedOut({ result: { kind } }) {
	return kind === "ambiguous" || kind === "intercepted" || kind === "permitted";
}
function ownError(code, message, { cause, ...facts } = {}) {
	return new CallError({
		kind: ownCodes.get(code)?.kind ?? "ambiguous",
		code,
		message,
		...facts
	}, cause);
}
function unreadableError(message, requestId) {
	return ownError("Unreadable", message, {
		httpStatus: 200,
		requestId
	});
}
function intercepted(response, cause) {
	const { statusCode: httpStatus, host } = response;
	const quote = quoteResponse(response);
	if (httpStatus >= 500 || httpStatus === 408 || httpStatus === 429) {
		const message = `the response says ${quote}`;
		return new CallError({
			kind: "ambiguous",
			code: `HTTP ${httpStatus}`,
			message,
			httpStatus
		}, cause);
	}
	return ownError("Intercepted", `this is not a response from ${host}; it says ${quote}`, {
		httpStatus,
		cause
	});
}
function kindOfStatus(httpStatus) {
	if (httpStatus === 429) return "throttled";
	if (httpStatus === 408) return "ambiguous";
	return httpStatus >= 300 && httpStatus < 500 ? "rejected" : "ambiguous";
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
function stringAt(value, name) {
	const text = property(value, name);
	return typeof text === "string" ? text : void 0;
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
// src/aws/errors/sdk-error.ts
function toCallError(thrown) {
	if (thrown instanceof CallError) return thrown;
	const httpStatus = property(property(thrown, "$metadata"), "httpStatusCode");
	return typeof httpStatus === "number" ? readResponse$1(thrown, httpStatus) : readUnsent(thrown);
}
function readUnsent(thrown) {
	const name = thrown instanceof Error ? thrown.name : "Error";
	const isPlain = /^(Error|EndpointError|RangeError|TypeError)$/.test(name);
	const code = stringAt(thrown, "code") ?? (isPlain ? "InvalidValue" : name);
	return new CallError({
		kind: ownCodes.get(code)?.kind ?? "unsent",
		code,
		message: messageOf$1(thrown)
	}, thrown);
}
function readResponse$1(thrown, httpStatus) {
	const metadata = property(thrown, "$metadata");
	const awsCode = stringAt(thrown, "Code") || void 0;
	const response = property(thrown, "$response");
	const read = isTextResponse(response) ? response : {
		...unseen,
		statusCode: httpStatus
	};
	if (awsCode === void 0 && !isGarbled(httpStatus, read.text)) return intercepted(read, thrown);
	const message = messageOf$1(thrown);
	return new CallError({
		kind: awsCode === void 0 ? "ambiguous" : kindOfCode(awsCode, httpStatus),
		code: awsCode ?? "Unreadable",
		message: message === "Unknown" || message === "" ? "no message" : message,
		httpStatus,
		requestId: stringAt(metadata, "requestId"),
		...property(metadata, "clockSkewCorrected") === true ? { clockCorrected: true } : {}
	}, thrown);
}
const unseen = {
	headers: {},
	text: "",
	host: "AWS"
};
function messageOf$1(thrown) {
	return thrown instanceof Error ? thrown.message.split("\n")[0] ?? "" : String(thrown);
}
function isGarbled(httpStatus, text) {
	return httpStatus < 300 || isAwsDocument(text) || httpStatus === 412 && text === "";
}
function kindOfCode(code, httpStatus) {
	const known = awsCodes.get(code);
	if (!known) return kindOfStatus(httpStatus);
	return fits(known.kind, httpStatus) ? known.kind : "ambiguous";
}
function fits(kind, httpStatus) {
	if (kind === "permitted") return httpStatus === 412;
	if (kind === "throttled" || kind === "ambiguous") return httpStatus >= 400;
	return httpStatus >= 400 && httpStatus < 500;
}
// src/aws/call.ts
async function callPages(send, context, limiter) {
	const items = [];
	const tokens = new Set();
	for (let token;;) {
		const page = await call((signal) => send(token, signal), context, limiter);
		for (const item of page.items) items.push(item);
		token = page.nextToken;
		if (token === void 0) return items;
		if (tokens.has(token)) throw unreadableError("the listing repeats its NextToken");
		tokens.add(token);
	}
}
function call(send, context, limiter) {
	const attempt = async () => {
		await limiter?.acquire();
		return callOnce(send, context, limiter);
	};
	return retryCalls(attempt, context);
}
function retryCalls(attempt, context) {
	const backoff = createBackoff(context.maxAttempts ?? 4, context);
	let last;
	return retry(attempt, (error) => {
		if (last && error instanceof CallError && error.result.code === "TooLate") throw last;
		last = error;
		return backoff(error);
	}, context);
}
const currentCall = new external_node_async_hooks_.AsyncLocalStorage();
async function callOnce(send, context, limiter) {
	const current = { isWaiting: false };
	try {
		return await currentCall.run(current, () => withTimeout(send, context));
	} catch (thrown) {
		const error = thrown instanceof TimeoutError ? toTimeout(thrown, current.isWaiting) : thrown;
		if (error instanceof CallError && error.result.kind === "throttled") limiter?.exhaust();
		throw error;
	} finally {
		limiter?.release();
	}
}
function throwCallErrors(client, watch = (request) => request) {
	const proves = ({ output }) => output.$metadata.requestId !== void 0;
	const { middlewareStack } = client;
	middlewareStack.add((next) => (args) => {
		setWaiting(true);
		return watch(mapErrors(next(args)), proves);
	}, {
		step: "initialize",
		priority: "high"
	});
	middlewareStack.add((next) => (args) => {
		setWaiting(false);
		return next(args);
	}, {
		step: "deserialize",
		priority: "low"
	});
}
function setWaiting(isWaiting) {
	const call = currentCall.getStore();
	if (call) call.isWaiting = isWaiting;
}
async function mapErrors(request) {
	try {
		return await request;
	} catch (error) {
		throw error instanceof Failure ? error : toCallError(error);
	}
}
function toTimeout({ seconds, message }, isWaiting) {
	if (seconds === 0) return ownError(tooLateCode, "the deadline left no time for a response, so it was not sent");
	if (!isWaiting) return ownError("Timeout", message);
	return new CallError({
		kind: "unsent",
		code: "Timeout",
		message: `no credentials within ${seconds.toFixed(1)} s, so it was not sent`
	});
}
function createBackoff(attempts, { random, renew = async () => false }) {
	let errors = 0;
	let throttles = 0;
	let clockCorrected = false;
	let renewed = false;
	const canRetryAtOnce = async (error) => {
		if (isClockRefusal(error) && !clockCorrected) {
			clockCorrected = true;
			return true;
		}
		if (!hasExpired(error) || renewed) return false;
		renewed = true;
		return renew();
	};
	return async (error) => {
		if (!(error instanceof CallError)) return void 0;
		if (!isRetryable(error)) return await canRetryAtOnce(error) ? 0 : void 0;
		if (error.result.kind === "throttled") {
			throttles += 1;
			return throttleDelay(throttles, random);
		}
		errors += 1;
		return errors < attempts ? errorDelay(errors, random) : void 0;
	};
}
function throttleDelay(nth, random) {
	return jitter(Math.min(12e3, 3e3 * 1.5 ** (nth - 1)), random);
}
// src/aws/credentials/acceptances.ts
function openAcceptances() {
	const services = new Map();
	return (policyOwner) => {
		let accepted = new Set();
		return {
			use: (accessKeyId) => {
				accepted = services.get(accessKeyId) ?? new Set();
				services.set(accessKeyId, accepted);
			},
			accept: (service) => void accepted.add(service),
			watch: (service) => async (request, proves = () => true) => {
				try {
					const response = await request;
					if (proves(response)) accepted.add(service);
					return response;
				} catch (error) {
					if (!(error instanceof CallError)) throw error;
					if (error.result.kind === "permitted") accepted.add(service);
					const details = explain(error.result, service, accepted, policyOwner);
					throw details ? new CallError({
						...error.result,
						...details
					}, error.cause) : error;
				}
			}
		};
	};
}
const deniedBySessionPolicy = /\b(no|in a) session policy\b/;
function explain({ kind, message }, service, accepted, policyOwner) {
	if (kind === "denied" && deniedBySessionPolicy.test(message)) return { sessionPolicy: policyOwner };
	const [elsewhere] = accepted;
	if (kind !== "credentials" || elsewhere === void 0 || accepted.has(service)) return void 0;
	return { acceptedBy: elsewhere };
}
// src/aws/credentials/sent-secrets.ts
function maskCredentials({ accessKeyId, secretAccessKey, sessionToken }, mask) {
	mask(accessKeyId);
	mask(secretAccessKey);
	if (sessionToken) mask(sessionToken);
}
function maskSent(transport, mask) {
	return {
		...transport,
		handle: (request, options) => {
			for (const secret of secretsIn(request)) mask(secret);
			return transport.handle(request, options);
		}
	};
}
function secretsIn({ headers, body }) {
	const [, accessKeyId = ""] = /Credential=([^/]+)\//.exec(headers.authorization ?? "") ?? [];
	const form = typeof body === "string" && body.includes("WebIdentityToken=") ? body : "";
	const token = new URLSearchParams(form).get("WebIdentityToken") ?? "";
	return [
		accessKeyId,
		headers["x-amz-security-token"] ?? "",
		token
	];
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
function namesOf(sources) {
	return sources.map(({ name }) => name).join(", then ");
}
function hasKeys(env) {
	return Boolean(!env.AWS_PROFILE && env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY);
}
function presentCredentials(env, profiles) {
	const sound = credentialSources(env, profiles).filter(({ problem }) => problem === void 0);
	return [...hasKeys(env) ? ["AWS_ACCESS_KEY_ID"] : [], ...sound.map(({ name }) => name)];
}
function halfOfKeys(env) {
	const names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
	const [missing, ...others] = names.filter((name) => !env[name]);
	const [name] = names.filter((key) => env[key]);
	if (env.AWS_PROFILE || !name || !missing || others.length > 0) return void 0;
	return {
		name,
		problem: `${missing} is not set`,
		likely: `Half of an access key was set: ${name} without ${missing}, for example because a secret is empty.`,
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
	const name = env.AWS_PROFILE || "default";
	const profile = Object.hasOwn(profiles, name) ? profiles[name] : void 0;
	const has = (setting) => Boolean(profile?.[setting]);
	const hasSettings = credentialSettings.some(has);
	if (!env.AWS_PROFILE && !hasSettings) return void 0;
	const source = {
		name: `the profile "${name}"`,
		problem: void 0
	};
	if (!profile) return {
		...source,
		problem: "it is in neither the config nor the credentials file of AWS",
		likely: "The profile name is misspelt, or its files are on another machine.",
		next: "Choose a profile from aws configure list-profiles, or none."
	};
	if (!hasSettings) return {
		...source,
		problem: "it has no settings for credentials",
		likely: "The profile has other settings, such as a Region, but no credentials.",
		next: "Use a profile with credentials, or none."
	};
	if (has("credential_process")) return {
		...source,
		likely: "Its credential_process failed, or did not print credentials of Version 1 in JSON.",
		next: "Run the command by hand and check its output."
	};
	if (has("sso_session") || has("sso_start_url") || has("login_session")) return {
		...source,
		likely: "Nobody has signed in with the profile yet, or its session has ended.",
		next: `Sign in: aws ${has("login_session") ? "login" : "sso login"} --profile ${name}. Then run again.`
	};
	if (has("mfa_serial")) return {
		...source,
		likely: "The role of the profile needs an MFA code, which cannot be entered here.",
		next: `Take its session from the AWS CLI first: eval "$(aws configure export-credentials --profile ${name} --format env)".`
	};
	return {
		...source,
		likely: "The profile or its source profile is incomplete.",
		next: `Test it: aws sts get-caller-identity --profile ${name}.`
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
		likely: "The agent that gives a container its credentials is missing or has none.",
		next: `Check ${name} and the role of the container, then run again.`,
		...problem === void 0 ? { endpoint } : {}
	};
}
function isContainerEndpoint(text) {
	const url = URL.parse(text);
	if (url?.protocol === "https:") return true;
	return url?.protocol === "http:" && /^(localhost|127(\.[0-9]+){3}|\[::1\]|169\.254\.170\.(2|23)|\[fd00:ec2::23\])$/.test(url.hostname);
}
// src/domain/look-alikes.ts
const names = {
	"\xA0": "no-break space",
	"\u00ad": "soft hyphen",
	"\u2002": "en space",
	"\u2003": "em space",
	"\u2007": "figure space",
	"\u2009": "thin space",
	"\u200b": "zero-width space",
	"\u200c": "zero-width non-joiner",
	"\u200d": "zero-width joiner",
	"\u200e": "left-to-right mark",
	"\u200f": "right-to-left mark",
	"\u2010": "hyphen",
	"\u2011": "non-breaking hyphen",
	"\u2012": "figure dash",
	"\u2013": "en dash",
	"\u2014": "em dash",
	"\u2018": "left single quotation mark",
	"\u2019": "right single quotation mark",
	"\u201c": "left double quotation mark",
	"\u201d": "right double quotation mark",
	"\u202f": "narrow no-break space",
	"\u2044": "fraction slash",
	"\u2060": "word joiner",
	"\u2212": "minus sign",
	"\u2215": "division slash",
	"\u3000": "ideographic space",
	"\ufeff": "byte order mark"
};
const contextLength = 20;
function quotedText(text) {
	const json = JSON.stringify(text);
	if (isAscii(json)) return json;
	const { unseen } = patterns();
	return json.replace(new RegExp(unseen, "gv"), jsonEscapes);
}
function explainLookAlike(text) {
	if (isAscii(text)) return void 0;
	const { unseen, drawn } = patterns();
	const found = new RegExp(`${unseen.source}|${drawn.source}`, "v").exec(text);
	if (found === null) return void 0;
	const [character] = found;
	const before = text.slice(Math.max(0, found.index - contextLength), found.index);
	const name = nameOf(character);
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
function nameOf(character) {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} (${names[character] ?? kindOf$1(character)})`;
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
const example$2 = "64500";
const specialUse = [
	{
		first: 112n,
		last: 112n,
		text: "is set aside for the AS112 DNS sink",
		rfc: "RFC 7534"
	},
	{
		first: 23456n,
		last: 23456n,
		text: "is set aside for AS_TRANS",
		rfc: "RFC 6793"
	},
	{
		first: 64496n,
		last: 64511n,
		text: "is set aside for documentation",
		rfc: "RFC 5398"
	},
	{
		first: 64512n,
		last: 65534n,
		text: "is set aside for private use",
		rfc: "RFC 6996"
	},
	{
		first: 65535n,
		last: 65535n,
		text: "is reserved, as the last 16-bit ASN",
		rfc: "RFC 7300"
	},
	{
		first: 65536n,
		last: 65551n,
		text: "is set aside for documentation",
		rfc: "RFC 5398"
	},
	{
		first: 4200000000n,
		last: 4294967294n,
		text: "is set aside for private use",
		rfc: "RFC 6996"
	},
	{
		first: highest,
		last: highest,
		text: "is reserved, as the last 32-bit ASN",
		rfc: "RFC 7300"
	}
];
const amazonAsns$1 = new Map([
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
		example: example$2
	};
	const number = BigInt(digits);
	if (number === 0n) return {
		problem: "is AS0, which can never originate a route (RFC 7607)",
		example: example$2
	};
	if (number > highest) return {
		problem: `is above ${highest}, the highest 32-bit ASN`,
		example: example$2
	};
	const owner = amazonAsns$1.get(digits);
	if (owner !== void 0) return {
		problem: `is ${owner}. Use an ASN that you brought to IPAM; to advertise a CIDR from Amazon's ASN, no association is needed`,
		example: example$2
	};
	const special = specialUse.find(({ first, last }) => first <= number && number <= last);
	if (special && policy.specialUse === "refuse") return {
		problem: `${special.text} (${special.rfc}); for a trial, the input allow-special-use (in a terminal, --allow-special-use) accepts it`,
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
	const [upper, lower] = [BigInt(high), BigInt(low)];
	return upper <= 65535n && lower <= 65535n ? upper * 65536n + lower : void 0;
}
// src/domain/ip-range.ts
const addressBits = {
	4: 32,
	6: 128
};
function parseAddress(text) {
	if ((0,external_node_net_namespaceObject.isIPv4)(text)) {
		const number = text.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
		return {
			family: 4,
			number: BigInt(number)
		};
	}
	const canonical = canonicalIPv6(text);
	if (canonical === void 0) return void 0;
	const [head = [], tail = []] = canonical.split("::").map(hexGroups);
	const zeros = "0000".repeat(8 - head.length - tail.length);
	return {
		family: 6,
		number: BigInt(`0x${head.join("")}${zeros}${tail.join("")}`)
	};
}
function hexGroups(text) {
	return text === "" ? [] : text.split(":").map((group) => group.padStart(4, "0"));
}
function prefixRange({ family, number }, length) {
	if (length > addressBits[family]) return void 0;
	const hostBits = BigInt(addressBits[family] - length);
	const first = number >> hostBits << hostBits;
	return {
		family,
		first,
		last: first + (1n << hostBits) - 1n
	};
}
function rangeOf(cidr) {
	const [, text = "", length] = /^([^/]+)\/([0-9]{1,3})$/.exec(cidr) ?? [];
	const address = parseAddress(text);
	return address && prefixRange(address, Number(length));
}
function overlaps(a, b) {
	return a.family === b.family && a.first <= b.last && b.first <= a.last;
}
function covers(outer, inner) {
	return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}
function prefixLength({ family, first, last }) {
	return addressBits[family] - (last - first + 1n).toString(2).length + 1;
}
function rangeText(range) {
	const { family, first } = range;
	const hex = first.toString(16).padStart(addressBits[family] / 4, "0");
	return `${family === 4 ? hex.match(/../g)?.map((octet) => Number.parseInt(octet, 16)).join(".") : canonicalIPv6(hex.match(/.{4}/g)?.join(":") ?? "")}/${prefixLength(range)}`;
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
	const parsed = parseAddress(address);
	const example = examples[parsed?.family ?? (text.includes(":") ? 6 : 4)];
	const spelling = text === "" ? "is missing" : explainLookAlike(text) ?? explainSpelling(address, length, more.length);
	if (spelling || !parsed) return {
		problem: spelling ?? "is not a CIDR",
		example
	};
	const { family, number } = parsed;
	const range = prefixRange(parsed, Number(length));
	if (!range) return {
		problem: `has a prefix length above /${addressBits[family]}`,
		example
	};
	const canonical = rangeText(range);
	if (range.first !== number) return {
		problem: `has host bits set; ${canonical} was probably meant`,
		example: canonical
	};
	if (Number(length) > longest[family]) return {
		problem: `is more specific than /${longest[family]}, the longest IPv${family} prefix that AWS advertises`,
		example
	};
	const special = policy.specialUse === "refuse" ? findSpecialPurpose(range) : void 0;
	if (special) return {
		problem: `${special}; for a trial, the input allow-special-use (in a terminal, --allow-special-use) accepts it`,
		example: "the CIDR that you brought to AWS"
	};
	return { value: canonical };
}
function rangeOfCidr(cidr) {
	const range = rangeOf(cidr);
	if (!range) throw new Error(`${cidr} is not a CIDR`);
	return range;
}
function canonicalCidr(text) {
	const range = rangeOf(text.trim());
	return range && rangeText(range);
}
function explainSpelling(address, length, more) {
	if (more > 0) return "has more than one \"/\"";
	if (address.includes("%")) return "has a zone";
	if (!parseAddress(address)) return `has no valid IP address${hintAt(address)}`;
	if (length === "") return "has no prefix length";
	if (!/^(0|[1-9][0-9]*)$/.test(length)) return "has a prefix length that is not a plain number";
}
function hintAt(address) {
	if (/^[0-9]+(\.[0-9]+){0,2}$/.test(address)) return " (all four octets must be written)";
	if (/(^|\.)0[0-9]+/.test(address)) return " (an octet with a leading zero is ambiguous)";
	if (/0x/i.test(address)) return " (hexadecimal octets are refused)";
	return "";
}
// src/aws/normalize.ts
const longestWord = 200;
const longestMessage = 1e4;
function normalizeState(state) {
	return !state || state === "absent" ? "unknown" : truncate(state, longestWord);
}
function normalizeCidr(cidr = "") {
	return canonicalCidr(cidr) ?? truncate(cidr, longestWord);
}
function normalizeAsn(asn = "") {
	return canonicalAsn(asn) ?? truncate(asn, longestWord);
}
function normalizeMessage(message) {
	return truncate(message ?? "", longestMessage);
}
// src/aws/ec2.ts
function ec2Calls({ client, ipamClient }) {
	return {
		describeByoipCidrs: async (NextToken, abortSignal) => {
			const command = new dependencies.r({
				MaxResults: largestPage,
				NextToken
			});
			const response = await client.send(command, { abortSignal });
			return page("byoipCidrSet", response.ByoipCidrs, response.NextToken);
		},
		describeIpamByoasn: async (NextToken, abortSignal) => {
			const command = new dependencies.n({
				MaxResults: largestPage,
				NextToken
			});
			const response = await ipamClient.send(command, { abortSignal });
			return page("byoasnSet", response.Byoasns, response.NextToken);
		},
		associate: async (association, abortSignal) => {
			const command = new dependencies.i(inputOf(association));
			return readAcceptance(association, await client.send(command, { abortSignal }));
		},
		disassociate: async (association, abortSignal) => {
			const command = new dependencies.t(inputOf(association));
			return readAcceptance(association, await client.send(command, { abortSignal }));
		},
		dryRunAssociate: (association, abortSignal) => {
			const command = new dependencies.i(dryRunOf(association));
			return readDryRun(client.send(command, { abortSignal }));
		},
		dryRunDisassociate: (association, abortSignal) => {
			const command = new dependencies.t(dryRunOf(association));
			return readDryRun(client.send(command, { abortSignal }));
		}
	};
}
const largestPage = 100;
function inputOf({ asn, cidr }) {
	return {
		Asn: asn,
		Cidr: cidr
	};
}
function dryRunOf(association) {
	return {
		...inputOf(association),
		DryRun: true
	};
}
function readAcceptance({ asn, cidr }, { AsnAssociation: association, $metadata }) {
	const requestId = $metadata.requestId ?? "";
	if (!(normalizeAsn(association?.Asn) === asn && normalizeCidr(association?.Cidr) === cidr) || association?.State === void 0) throw unreadableError("the response does not show the association", requestId);
	const statusMessage = normalizeMessage(association.StatusMessage);
	return {
		state: normalizeState(association.State),
		statusMessage,
		requestId
	};
}
async function readDryRun(response) {
	try {
		const { $metadata } = await response;
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
function page(set, items, nextToken) {
	if (items === void 0) throw unreadableError(`the response has no ${set}`);
	return {
		items,
		nextToken: nextToken || void 0
	};
}
// src/aws/connection.ts
function connectVia(transport) {
	const acceptances = openAcceptances();
	return (endpoint, context) => connect(endpoint, context, transport, acceptances);
}
async function connect(endpoint, context, transport, acceptances) {
	const { region, ipamRegion = region, role, sessionPolicy } = endpoint;
	const session = {
		...context,
		region,
		transport: maskSent(transport, context.mask)
	};
	const options = {
		maxAttempts: 1,
		requestHandler: session.transport,
		customUserAgent: [["associate-ipam-byoasn", context.env.GITHUB_RUN_ID ?? ""]]
	};
	const client = new dependencies.c({
		...options,
		region
	});
	const accountOf = cacheAccounts(session);
	const source = await openSource(endpoint, client.config.credentials, accountOf, session);
	const keys = acceptances(sessionPolicy ? "own" : "given");
	const credentials = watchKeys(source, keys, endpoint, context);
	Object.assign(client.config, { credentials });
	const provider = client.config.credentials;
	throwCallErrors(client, keys.watch(`EC2 in ${region}`));
	let ipamClient = client;
	if (ipamRegion !== region) {
		ipamClient = new dependencies.c({
			...options,
			region: ipamRegion,
			credentials: provider
		});
		throwCallErrors(ipamClient, keys.watch(`EC2 in ${ipamRegion}`));
	}
	const first = await provider();
	return {
		ec2: ec2Calls({
			client,
			ipamClient
		}),
		clients: {
			client,
			ipamClient
		},
		renew: role ? () => provider({ forceRefresh: true }).then(() => true) : renewChain(provider, first, context),
		expires: first.expiration !== void 0,
		accountId: role && first.accountId,
		callerAccountId: async (signal) => keys.watch(`STS in ${region}`)(accountOf(await provider(), signal))
	};
}
function watchKeys(source, keys, { region, role }, { mask }) {
	return async (options) => {
		const credentials = await source(options);
		maskCredentials(credentials, mask);
		keys.use(credentials.accessKeyId);
		if (role) keys.accept(`STS in ${region}`);
		return credentials;
	};
}
async function openSource({ role, sessionPolicy }, chain, accountOf, context) {
	if (!role) return openChain(chain, accountOf, context);
	const { assumeRole } = await Promise.all(/* import() */[__nccwpck_require__.e(128), __nccwpck_require__.e(328), __nccwpck_require__.e(2)]).then(__nccwpck_require__.bind(__nccwpck_require__, 621));
	return assumeRole({
		role,
		policy: sessionPolicy && JSON.stringify(sessionPolicy),
		chain: role.source === "default-chain" ? await openChain(chain, accountOf, context) : void 0
	}, context);
}
async function openChain(chain, accountOf, context) {
	if (hasKeys(context.env)) return chain;
	return (await Promise.all(/* import() */[__nccwpck_require__.e(128), __nccwpck_require__.e(328), __nccwpck_require__.e(733)]).then(__nccwpck_require__.bind(__nccwpck_require__, 733))).openChain(chain, accountOf, context);
}
function renewChain(provider, first, context) {
	return async () => {
		try {
			const { accessKeyId, sessionToken } = await provider({ forceRefresh: true });
			return accessKeyId !== first.accessKeyId || sessionToken !== first.sessionToken;
		} catch (error) {
			if (!(error instanceof Failure && error.reason === "no-credentials")) throw error;
			context.log.line(`credentials not renewed: ${error.message}`);
			return false;
		}
	};
}
function cacheAccounts(context) {
	const clients = new Map();
	return async (credentials, signal) => {
		const sts = clients.get(credentials.accessKeyId) ?? Promise.all(/* import() */[__nccwpck_require__.e(128), __nccwpck_require__.e(692)]).then(__nccwpck_require__.bind(__nccwpck_require__, 692)).then(({ stsCalls }) => stsCalls(context, credentials));
		clients.set(credentials.accessKeyId, sts);
		return (await sts).getCallerAccountId(signal);
	};
}
// src/aws/errors/connection-error.ts
function readConnectionFailure(thrown, hostname, proxy) {
	if (thrown instanceof CallError) return thrown;
	const atProxy = proxy && readProxyFailure(thrown, hostname, proxy);
	if (atProxy) return atProxy;
	const name = thrown instanceof Error ? thrown.name : "Error";
	const code = stringAt(thrown, "code") ?? name;
	return new CallError({
		kind: kindOf(code, thrown),
		code,
		message: messageOf(thrown)
	}, thrown);
}
function kindOf(code, thrown) {
	const known = ownCodes.get(code);
	if (known) return known.kind;
	if (isHandshakeCode(code)) return "rejected";
	return isUnconnected(thrown) ? "unsent" : "ambiguous";
}
const tunnelCode = "ERR_PROXY_TUNNEL";
const unconnectedCodes = new Set([
	"EAI_AGAIN",
	"ECONNREFUSED",
	"ENOTFOUND",
	tunnelCode
]);
function isUnconnected(thrown) {
	if (thrown instanceof AggregateError) return thrown.errors.length > 0 && thrown.errors.every(isUnconnected);
	const syscall = stringAt(thrown, "syscall");
	if (syscall === "connect" || syscall === "getaddrinfo") return true;
	return unconnectedCodes.has(stringAt(thrown, "code") ?? "");
}
function isHandshakeCode(code) {
	return /^(CERT_|CRL_|ERR_TLS_|UNABLE_TO_(DECODE|DECRYPT|GET|VERIFY)_|(HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$|ERR_SSL_(\w+_)?(HANDSHAKE_FAILURE|PROTOCOL_VERSION|UNKNOWN_CA|UNRECOGNIZED_NAME|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER)$)/.test(code);
}
function readProxyFailure(cause, hostname, proxy) {
	if (stringAt(cause, "code") === tunnelCode) {
		const status = property(cause, "statusCode");
		const text = status === void 0 ? messageOf(cause) : `HTTP ${status}`;
		const message = `the proxy ${proxy.host} opened no tunnel to ${hostname}: ${text}`;
		return ownError(isFinal(Number(status)) ? "ProxyRefused" : "ProxyFailed", message, { cause });
	}
	if (!isConnectionTo(proxy, cause instanceof AggregateError ? cause.errors[0] : cause)) return;
	return ownError("ProxyFailed", `no connection to the proxy ${proxy.host}: ${messageOf(cause)}`, { cause });
}
function isFinal(status) {
	return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
function isConnectionTo({ hostname, port, protocol }, error) {
	const syscall = stringAt(error, "syscall");
	if (syscall === "getaddrinfo") return stringAt(error, "hostname") === hostname;
	const proxyPort = Number(port) || (protocol === "https:" ? 443 : 80);
	return syscall === "connect" && property(error, "port") === proxyPort;
}
function messageOf(thrown) {
	if (!(thrown instanceof Error)) return String(thrown);
	if (thrown.message !== "") return thrown.message;
	if (!(thrown instanceof AggregateError)) return "no message";
	return thrown.errors.map(messageOf).join("; ") || "no message";
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
	return wrapHandler(new dependencies.p({
		httpAgent: proxied,
		httpsAgent: proxied
	}), proxies);
}
function wrapHandler(handler, proxies = {}) {
	return {
		...handler.metadata && { metadata: handler.metadata },
		handle: async (request, options) => {
			try {
				const { response } = await handler.handle(request, options);
				return { response: await readResponse(response, request.hostname) };
			} catch (error) {
				throw readConnectionFailure(error, request.hostname, proxyOf(request, proxies));
			}
		},
		updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
		httpHandlerConfigs: () => handler.httpHandlerConfigs(),
		destroy: () => handler.destroy?.()
	};
}
function requestTo({ protocol, hostname, port, host, pathname: path, searchParams }, { headers, ...rest }) {
	return new dependencies.Qt({
		protocol,
		hostname,
		path,
		query: Object.fromEntries(searchParams),
		...rest,
		...port === "" ? {} : { port: Number(port) },
		headers: {
			host,
			...headers
		}
	});
}
async function readResponse(response, host) {
	const body = await readBody(response);
	const read = Object.assign(response, {
		body,
		text: new TextDecoder().decode(body),
		host
	});
	if (isPage(read.text)) throw intercepted(read);
	return read;
}
const longestBody = 16777216;
function readBody({ body, statusCode: httpStatus }) {
	const chunks = [];
	let length = 0;
	const { promise, resolve, reject } = Promise.withResolvers();
	const fail = (cause) => {
		const message = `the response broke off (${cause.message})`;
		const isOwn = cause instanceof CallError;
		reject(isOwn ? cause : ownError("Unreadable", message, {
			httpStatus,
			cause
		}));
	};
	body.on("data", (chunk) => {
		length += chunk.length;
		if (length <= longestBody) chunks.push(chunk);
		else body.destroy(ownError(tooLongCode, "the response was cut off after 16 MiB", { httpStatus }));
	});
	body.on("end", () => resolve(Buffer.concat(chunks)));
	body.on("error", fail);
	body.on("close", () => fail(new Error("the connection was closed")));
	return promise;
}
function proxyOf({ protocol }, proxies) {
	const text = proxies[protocol === "https:" ? "https_proxy" : "http_proxy"];
	return text ? new URL(text) : void 0;
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
// src/domain/region.ts
const example$1 = "us-west-2";
function parseRegion(text) {
	if (text === "") return {
		problem: "is missing",
		example: example$1
	};
	if (/^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$/.test(text)) return { value: text };
	const zone = /-[1-9][0-9]?[a-z]$/.test(text) ? "; it names an Availability Zone" : "";
	return {
		problem: explainLookAlike(text) ?? `is not an AWS Region${zone}`,
		example: example$1
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
// src/inputs/parsers.ts
function mapParsed(parsed, convert) {
	return parsed.problem === void 0 ? { value: convert(parsed.value) } : parsed;
}
function combine(fields) {
	const entries = Object.entries(fields);
	const failed = entries.map(([, field]) => field).find(({ problem }) => problem !== void 0);
	if (failed?.problem !== void 0) return failed;
	return { value: Object.assign({}, ...entries.map(([name, { value }]) => ({ [name]: value }))) };
}
function optional(parse) {
	return (text) => text === "" ? { value: void 0 } : parse(text);
}
function parseMatch(text, pattern, problem, example) {
	return pattern.test(text) ? { value: text } : refuse$1(text, problem, example);
}
function refuse$1(text, problem, example) {
	return {
		problem: explainLookAlike(text) ?? problem,
		example
	};
}
function parseBoolean(text) {
	if (/^(true|True|TRUE)$/.test(text)) return { value: true };
	if (/^(false|False|FALSE)$/.test(text)) return { value: false };
	const problem = "must be true or false";
	return refuse$1(text, text === "" ? `is empty, and ${problem}` : problem, "true");
}
function booleanAs(whenTrue, whenFalse) {
	return (text) => mapParsed(parseBoolean(text), (value) => value ? whenTrue : whenFalse);
}
function booleanWithFile(form) {
	return (text) => {
		const parsed = parseBoolean(text);
		return parsed.value && form === "inputs" ? {
			problem: "only works with config",
			example: "false"
		} : parsed;
	};
}
function parseCount(least, most, example) {
	return (text) => {
		const count = /^(0|[1-9][0-9]{0,5})$/.test(text) ? Number(text) : NaN;
		if (count >= least && count <= most) return { value: count };
		return refuse$1(text, `must be a whole number from ${least} to ${most}`, `${example}`);
	};
}
function countOr(defaultCount, least, most) {
	const parse = parseCount(least, most, defaultCount);
	return (text) => parse(text || `${defaultCount}`);
}
function choice(choices, example) {
	return (text) => {
		const value = choices.find((word) => word === (text || choices[0]));
		const listed = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
		return value === void 0 ? refuse$1(text, `must be ${listed}`, example) : { value };
	};
}
function mustBeEmpty(problem) {
	return (text) => text === "" ? { value: text } : {
		problem,
		example: "(left out)"
	};
}
const maxPathLength = 4096;
const maxTargetsLength = 16384;
function parseConfigPath(text, env, workspace) {
	if (text.length > maxPathLength) return tooLong(maxPathLength, "byoasn.yml");
	const { isAbsolute, normalize, relative, resolve, sep } = env.RUNNER_OS === "Windows" ? external_node_path_.win32 : external_node_path_.posix;
	const path = workspace ? relative(workspace, resolve(workspace, text)) : normalize(text);
	return { value: (["", ".."].includes(path) || path.startsWith(`..${sep}`) || isAbsolute(path) ? text : path).replaceAll(sep, "/") };
}
function tooLong(most, example) {
	return {
		problem: `has more than ${most} characters`,
		example
	};
}
function parseTargets(text) {
	return text.length <= maxTargetsLength ? parseList(text, parseTargetName) : tooLong(maxTargetsLength, "111122223333/us-west-2");
}
function parseAccountIds(text) {
	return parseList(text, parseAccountId);
}
function parseList(text, parseItem, separator = /[\n,]/) {
	const items = text.split(separator).map((item) => item.trim()).filter((item) => item !== "");
	if (text !== "" && items.length === 0) {
		const empty = parseItem("");
		return {
			problem: "has no value",
			example: empty.problem === void 0 ? "" : empty.example
		};
	}
	for (const item of items) {
		const parsed = parseItem(item);
		if (parsed.problem !== void 0) return {
			problem: `has ${quote(item)}, which ${parsed.problem}`,
			example: parsed.example
		};
	}
	return { value: items };
}
function parseRegionInput(text, env) {
	const inherited = env.AWS_REGION || env.AWS_DEFAULT_REGION || "";
	const parsed = parseRegion(text || inherited);
	if (text !== "" || parsed.problem === void 0) return parsed;
	return {
		problem: inherited === "" ? "is missing, and AWS_REGION and AWS_DEFAULT_REGION are not set" : `${parsed.problem} (${quote(inherited)} from the environment)`,
		example: parsed.example
	};
}
const parseUnmanaged = choice([
	"report",
	"warn",
	"fail"
], "warn");
function parseExpectedPlan(text, parseApproved) {
	if (text === "any") return { value: void 0 };
	const parsed = parseApproved(text);
	if (text !== "" || parsed.problem === void 0) return parsed;
	return {
		problem: "is empty: pass the plan-digest of the approved plan, or any",
		example: parsed.example
	};
}
function parseRpkiSource(text) {
	if (text === "" || text === "off") return { value: void 0 };
	if (text === "ripestat") return { value: { form: "ripestat" } };
	if (/^https?:/i.test(text)) return parseRpkiUrl(text);
	if (/\.json$/i.test(text) && text.length <= maxPathLength) return { value: {
		form: "file",
		path: text
	} };
	return refuse$1(text, "must be off, ripestat, the URL of a Routinator or the path of a .json file", "ripestat");
}
function parseRpkiUrl(text) {
	const example = "https://routinator.example.com";
	const url = URL.parse(text);
	if (!url) return refuse$1(text, "is not a URL", example);
	if (url.username || url.password) return {
		problem: "has a user or a password",
		example
	};
	if (/[?#]/.test(text)) return {
		problem: "has a query or a fragment",
		example
	};
	return { value: {
		form: "routinator",
		url: url.href
	} };
}
const parseAnyPolicy = choice([
	"report",
	"refuse-invalid",
	"require-valid"
], "report");
function parseRpkiPolicy(text, isOff) {
	const parsed = parseAnyPolicy(text);
	return isOff && parsed.value && parsed.value !== "report" ? {
		problem: "needs rpki, which is off",
		example: "report"
	} : parsed;
}
const parseVerify = choice([
	"warn",
	"off",
	"required"
], "warn");
function parseEnvironmentName(text) {
	if ([...text].length > 255) return tooLong(255, "byoasn");
	if (/\p{Cc}/u.test(text)) return {
		problem: "has a control character",
		example: "byoasn"
	};
	return { value: text };
}
function parseComment(text) {
	if (text === "on-change") return { value: text };
	const parsed = booleanAs("always", void 0)(text);
	return parsed.problem === void 0 ? parsed : refuse$1(text, "must be true, false or on-change", "true");
}
function parsePullNumber(text) {
	return mapParsed(parseMatch(text, /^[1-9][0-9]{0,9}$/, "is not the number of a pull request", "7"), Number);
}
function parseToken(text, isNeeded) {
	if (text !== "" || !isNeeded) return { value: text };
	return {
		problem: "is empty, but the comment needs it",
		example: "${{ github.token }}"
	};
}
const maxQuoteLength = 200;
function quote(text) {
	return quotedText(truncate(text.replace(/^(https?:\/\/).*@/is, "$1***@"), maxQuoteLength));
}
// src/inputs/proxy-url.ts
const exampleProxy = "http://proxy.example.com:3128";
function parseProxyUrl(text) {
	const example = exampleProxy;
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (scheme === void 0) return {
		problem: "has no scheme",
		example
	};
	if (scheme !== "http" && scheme !== "https") return {
		problem: "is not an http or https proxy; no others work",
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
	if (decode(url.username) === void 0 || decode(url.password) === void 0) return {
		problem: "has a user or password with a % that encodes nothing (% is %25)",
		example
	};
	return { value: url.href };
}
function redactProxy(text) {
	const [, scheme = "", user = "", host = ""] = /^(\w[\w+.-]*:\/\/)?(.*@)?(.*)$/s.exec(text) ?? [];
	if (text === "") return "\"\"";
	if (!/^(\[[0-9a-f:.]+\]|[\w.-]{1,253})(:\d{0,5})?\/?$/i.test(host) || scheme === "" && !/[.:]/.test(host)) return "(hidden: it may contain a password)";
	return JSON.stringify(`${scheme}${user === "" ? "" : "***@"}${host}`);
}
function proxySecrets(text) {
	const userInfo = /^(?:\w[\w+.-]*:\/\/)?(.*)@/s.exec(text.trim())?.[1] ?? "";
	const [, user = "", password = ""] = /^([^:]*):?(.*)$/s.exec(userInfo) ?? [];
	const secret = password || user;
	if (secret === "") return [];
	const plainUser = decode(user) ?? user;
	const plainPassword = decode(password) ?? password;
	const basic = Buffer.from(`${plainUser}:${plainPassword}`).toString("base64");
	const url = URL.parse(text.trim());
	const encoded = url?.password || url?.username || secret;
	return [
		secret,
		plainPassword || plainUser,
		encoded,
		basic
	];
}
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return;
	}
}
// src/inputs/proxies.ts
const oldestNode = "24.5.0";
const proxyNames = [
	"https_proxy",
	"http_proxy",
	"all_proxy"
];
const loopback = [
	"localhost",
	".localhost",
	"127.0.0.0-127.255.255.255",
	"::1"
];
function readProxies(env, node = process.versions.node) {
	const spellings = proxyNames.flatMap((name) => [name, name.toUpperCase()]);
	const secrets = [...new Set(spellings.flatMap((name) => proxySecrets(env[name] ?? "")))];
	const warnings = spellings.some((name) => env[name]?.trim()) ? findIgnored(env) : [];
	const exceptions = listOf(settingOf("no_proxy", env).text ?? "");
	if (exceptions.includes("*")) return {
		variables: {},
		secrets,
		problems: [],
		warnings
	};
	const https = readProxy("https_proxy", env);
	const http = readProxy("http_proxy", env);
	const used = [https.url, http.url].some((url) => url);
	const problems = [
		https.problem ?? [],
		http.problem ?? [],
		halfSetProblem(env),
		used && isOlder(node, oldestNode) ? `HTTPS_PROXY: needs Node ${oldestNode} or newer, and this is ${node}. Update the runner` : []
	].flat();
	if (problems.length > 0) return {
		variables: {},
		secrets,
		problems,
		warnings
	};
	return {
		variables: {
			...https.url === void 0 ? {} : { https_proxy: https.url },
			...http.url === void 0 ? {} : { http_proxy: http.url },
			...used ? { no_proxy: [...exceptions.flatMap(nodeSpellings), ...loopback].join(",") } : {}
		},
		secrets,
		problems,
		warnings
	};
}
function settingOf(name, env) {
	const upper = name.toUpperCase();
	const text = env[name]?.trim();
	const upperText = env[upper]?.trim();
	return text === void 0 ? {
		name: upper,
		text: upperText,
		ignored: void 0
	} : {
		name,
		text,
		ignored: upperText
	};
}
function findIgnored(env) {
	return [
		"https_proxy",
		"http_proxy",
		"no_proxy"
	].flatMap((name) => {
		const { text, ignored } = settingOf(name, env);
		if (text === void 0 || ignored === void 0 || isSame(text, ignored)) return [];
		const show = name === "no_proxy" ? quote : redactProxy;
		return `${name.toUpperCase()}: ${show(ignored)} is ignored, because ${name} is ${show(text)}, and lower case counts. To use another, set ${name} in the env of the job or step`;
	});
}
function isSame(a, b) {
	const canonical = (text) => parseProxyUrl(text).value ?? listOf(text).join();
	return canonical(a) === canonical(b);
}
function readProxy(variable, env) {
	const { name, text, ignored } = settingOf(variable, env);
	if (!text) return ignored ? { url: "" } : {};
	const { value: url, problem } = parseProxyUrl(text);
	if (url !== void 0) return { url };
	return { problem: `${name}: ${redactProxy(text)} ${problem}. Example: ${name}: ${exampleProxy}` };
}
function halfSetProblem(env) {
	if (settingOf("https_proxy", env).text !== void 0) return [];
	const { name, text } = ["http_proxy", "all_proxy"].map((name) => settingOf(name, env)).find((setting) => setting.text) ?? {};
	if (!text) return [];
	return [`${name}: ${redactProxy(text)} is set and HTTPS_PROXY is not, but all calls are HTTPS. Set HTTPS_PROXY too, or set it to the empty string if the runner reaches AWS and GitHub directly. Example: HTTPS_PROXY: ${exampleProxy}`];
}
function isOlder(version, least) {
	return version.localeCompare(least, "en", { numeric: true }) < 0;
}
function nodeSpellings(entry) {
	const address = /^\[(.*)\]$/.exec(entry)?.[1];
	if (address !== void 0) return [entry, address];
	if (entry.includes(":") || /^[\d./-]+$/.test(entry)) return [entry];
	const name = entry.replace(/^\*?\./, "");
	return [name, `.${name}`];
}
function listOf(text) {
	return text.split(/[\s,]+/).filter((entry) => entry !== "");
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
// src/lib/secrets.ts
const shortestSecret = 8;
const shortestBeginning = 24;
function collectSecrets(onSecret = () => {}) {
	const known = new Set();
	let forms = [];
	return {
		mask: (text) => {
			const secret = text.trim();
			if (secret === "" || known.has(secret)) return;
			known.add(secret);
			forms = formsOf(known);
			onSecret(secret);
		},
		redact: (text) => {
			const found = forms.filter(({ start }) => text.includes(start)).map(({ form }) => form);
			if (found.length === 0) return text;
			const redacted = found.reduce((rest, form) => rest.replaceAll(form, "***"), text);
			return found.reduce(redactBeginning, redacted);
		}
	};
}
function formsOf(secrets) {
	const forms = [...secrets].filter(({ length }) => length >= shortestSecret).flatMap((secret) => [
		secret,
		JSON.stringify(secret).slice(1, -1),
		encodeURIComponent(secret.toWellFormed())
	]);
	return [...new Set(forms)].toSorted((a, b) => b.length - a.length).map((form) => ({
		form,
		start: form.slice(0, shortestSecret)
	}));
}
function redactBeginning(text, form) {
	if (form.length <= shortestBeginning) return text;
	const [first = "", ...others] = text.split(form.slice(0, shortestBeginning));
	const rest = form.slice(shortestBeginning);
	return [first, ...others.map((part) => part.slice(commonLength(part, rest)))].join("***");
}
function commonLength(a, b) {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length += 1;
	return length;
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
// src/lib/source-location.ts
function locationText({ file, line, column }) {
	return `${file}:${line}:${column}`;
}
function problemText$1(problem) {
	return `${locationText(problem.location)} ${entryText$1(problem)}`;
}
function entryText$1({ path, text }) {
	return path === "" ? text : `${path}: ${text}`;
}
// src/domain/association-state.ts
function isAssociated(state) {
	return state === "associated" || state === "advertised";
}
function hasEnded(state) {
	return state === "disassociated" || state === "failed-association";
}
function isGone(state) {
	return state === "disassociated" || state === "absent";
}
function isAsWanted({ remove }, state) {
	return remove ? isGone(state) : isAssociated(state);
}
function hasStarted(wanted, state) {
	return state === pendingStateOf(wanted) || isAsWanted(wanted, state);
}
function pendingStateOf({ remove }) {
	return remove ? "pending-disassociation" : "pending-association";
}
// src/outcome/pair-status.ts
const statusViews = {
	failed: {
		counted: "failed",
		color: "red"
	},
	refused: {
		counted: "refused",
		color: "red"
	},
	skipped: {
		counted: "skipped",
		color: "yellow"
	},
	unknown: {
		counted: "unknown",
		color: "yellow"
	},
	planned: {
		counted: "to create",
		color: "green"
	},
	pending: {
		counted: "pending",
		color: "cyan"
	},
	associated: {
		counted: "associated",
		color: "green"
	},
	disassociated: {
		counted: "removed",
		color: "yellow"
	},
	advertised: {
		counted: "advertised",
		color: "green"
	},
	withdrawn: {
		counted: "withdrawn",
		color: "green"
	},
	kept: {
		counted: "unchanged",
		color: "dim"
	}
};
const statuses = Object.keys(statusViews);
const stepViews = {
	associate: {
		counted: "to create",
		verb: "create",
		participle: "created"
	},
	disassociate: {
		counted: "to remove",
		verb: "remove",
		participle: "removed"
	},
	advertise: {
		counted: "to advertise",
		verb: "advertise",
		participle: "advertised"
	},
	swap: {
		counted: "to swap",
		verb: "swap",
		participle: "swapped"
	},
	withdraw: {
		counted: "to withdraw",
		verb: "withdraw",
		participle: "withdrawn"
	},
	wait: { counted: "pending" },
	keep: { counted: "unchanged" },
	refuse: { counted: "refused" }
};
function viewOf(status, { step }) {
	if (status !== "planned" || step === void 0) return statusViews[status];
	const isRemoval = step === "disassociate" || step === "withdraw";
	return {
		counted: stepViews[step].counted,
		color: isRemoval ? "yellow" : "green"
	};
}
function countChanges(changes) {
	const counts = Map.groupBy(changes, ({ step }) => step);
	return Object.entries(stepViews).flatMap(([step, { counted }]) => {
		const count = counts.get(step)?.length ?? 0;
		return count === 0 ? [] : `${count} ${counted}`;
	}).join(", ") || "nothing";
}
function countStatuses(pairs, mode) {
	const byStatus = Map.groupBy(pairs, (pair) => statusOf(pair, mode));
	return statuses.flatMap((status) => {
		const texts = (byStatus.get(status) ?? []).map((pair) => viewOf(status, pair).counted);
		return [...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => `${length} ${text}`);
	});
}
function statusOf(pair, mode) {
	const { failure, step, state, changed, association } = pair;
	if (failure) return "failed";
	if (step === void 0) return "unknown";
	if (step === "refuse") return "refused";
	if (step === "keep") return "kept";
	if (step !== "wait" && mode === "plan") return "planned";
	if (hasReachedEnd(pair)) return endOf(pair);
	if (step === "wait") return "pending";
	if (state === "unknown") return state;
	const isPending = association !== void 0 && state === pendingStateOf(association);
	return changed || isPending ? "pending" : "skipped";
}
function hasReachedEnd(pair) {
	return pair.route ? pair.done === true : isAsWanted(pair.association, pair.state);
}
function endOf({ route, association }) {
	if (route) return route.origin === "none" ? "withdrawn" : "advertised";
	return association.remove ? "disassociated" : "associated";
}
function isDone(status) {
	return [
		"associated",
		"disassociated",
		"advertised",
		"withdrawn"
	].includes(status);
}
// src/domain/association.ts
function associationText({ asn, cidr }) {
	return `${cidr} with AS${asn}`;
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
// src/domain/origin.ts
const originChoices = "an ASN, AWS, or none to withdraw the CIDR";
const amazonAsns = {
	aws: ["16509", "14618"],
	"aws-us-gov": ["8987"],
	"aws-eusc": ["16509", "214101"]
};
const allAmazonAsns = new Set(Object.values(amazonAsns).flat());
function amazonOrigins(region) {
	return amazonAsns[partitionOf(region)] ?? [];
}
function parseOrigin(text, policy) {
	if (text === "AWS" || text === "none") return { value: text };
	if (/^(aws|amazon)$/i.test(text)) return {
		problem: "must be written AWS",
		example: "AWS"
	};
	if (originOf(text.replace(/^AS/i, "")) === "AWS") return {
		problem: "is Amazon's own ASN; write AWS",
		example: "AWS"
	};
	const problem = wordProblem(text);
	return problem === void 0 ? parseAsn(text, policy) : {
		problem,
		example: "64500"
	};
}
function wordProblem(text) {
	if (/[0-9]/.test(text)) return void 0;
	const problem = text === "" ? "is empty" : "is not an origin";
	return explainLookAlike(text) ?? `${problem}: write an ASN, AWS, or none to withdraw the CIDR`;
}
function originOf(asn) {
	return allAmazonAsns.has(asn) ? "AWS" : asn;
}
function originName(origin) {
	return [
		"AWS",
		"none",
		"unknown"
	].includes(origin) ? origin : `AS${origin}`;
}
function originText(origin) {
	if (origin === "none") return "no origin";
	return origin === "unknown" ? "an unknown origin" : originName(origin);
}
function routeText({ cidr, origin }) {
	return `${cidr} to origin ${originName(origin)}`;
}
// src/plan/entry.ts
function entryOf$1(holder) {
	return holder.route ?? holder.association;
}
function entryText(holder) {
	return holder.route ? routeText(holder.route) : associationText(holder.association);
}
function countEntries(count, [first]) {
	return countNoun(count, first?.route ? "route" : "association");
}
// src/domain/target.ts
function unnamedParts({ name, accountId, region }) {
	if (accountId !== void 0 && name === defaultTargetName(accountId, region)) return [];
	return [accountId ?? "account not known", region].filter((part) => part !== name);
}
function targetText(target) {
	const parts = unnamedParts(target);
	return parts.length === 0 ? target.name : `${target.name} (${parts.join(" ")})`;
}
// src/plan/unmanaged.ts
function countUnmanaged({ unmanaged, unmanagedCidrs = [] }) {
	return [[unmanaged.length, "association"], [unmanagedCidrs.length, "CIDR"]].filter(([count]) => count > 0).map(([count, noun]) => countNoun(count, `unmanaged ${noun}`)).join(", ");
}
function unmanagedText({ target, asn, cidr, state }) {
	return `unmanaged: ${cidr} with AS${asn} is ${state} in ${targetText(target)}, not changed`;
}
function unmanagedCidrText({ target, cidr, state, asns }) {
	const names = asns.map((asn) => `AS${asn}`);
	const text = names.length === 0 ? "without an ASN" : `with ${joinFirst(names, maxListed$3)}`;
	return `unmanaged: ${cidr} is ${state} in ${targetText(target)}, ${text}`;
}
const maxListed$3 = 10;
// src/domain/step.ts
const stepsOf = {
	associations: [
		"associate",
		"wait",
		"keep",
		"refuse"
	],
	routes: [
		"advertise",
		"swap",
		"withdraw",
		"wait",
		"keep",
		"refuse"
	]
};
function isChange(step) {
	return step !== "wait" && step !== "keep" && step !== "refuse";
}
// src/report/evidence.ts
const gradeViews = {
	proven: {
		label: "permission confirmed by EC2",
		ofChanges: true
	},
	read: { label: "read" },
	"checked offline": { label: "checked offline" },
	"not found": {
		label: "ASN not found in IPAM",
		isMissing: true,
		ofChanges: true
	},
	"not read": {
		label: "not read",
		isMissing: true
	},
	"not asked": {
		label: "permission not checked",
		isMissing: true,
		ofChanges: true
	}
};
function isAsnNotFound(pair) {
	return hasGrade(pair, "not found");
}
function hasGrade({ evidence }, grade) {
	return evidence.some((each) => each.grade === grade);
}
function checkLabels(pairs) {
	const checked = pairs.filter(({ evidence }) => evidence.length > 0);
	const toChange = checked.filter(({ step }) => step !== void 0 && isChange(step));
	return Object.entries(gradeViews).flatMap(([grade, view]) => {
		const { label, isMissing = false, ofChanges } = view;
		const all = ofChanges ? toChange : checked;
		const count = all.filter((pair) => hasGrade(pair, grade)).length;
		const part = count === all.length ? "" : ` (${count} of ${all.length})`;
		return count === 0 ? [] : [{
			text: `${label}${part}`,
			isMissing
		}];
	}).filter(({ isMissing }, index) => index === 0 || isMissing);
}
function evidenceLines(pairs) {
	const lines = pairs.flatMap(({ evidence }) => evidence.map(({ grade, text }) => `${gradeViews[grade].label}: ${text}`));
	return [...new Set(lines)];
}
// src/report/pair-row.ts
const maxAsns = 10;
const empty = {
	text: "",
	isBold: false,
	remarks: []
};
function makeRows(outcome) {
	const unmanaged = Map.groupBy(outcome.plan?.unmanaged ?? [], ({ cidr }) => cidr);
	const hasRpki = outcome.pairs.some(({ rpki }) => rpki !== void 0);
	return outcome.pairs.map((pair) => makeRow(pair, outcome, unmanaged.get(entryOf$1(pair).cidr) ?? [], hasRpki)).toSorted((a, b) => urgency(a) - urgency(b));
}
function urgency({ status, needsLook, cidrState }) {
	return 4 * statuses.indexOf(status) + (needsLook ? 0 : 2) + (cidrState.isBold ? 0 : 1);
}
function makeRow(pair, outcome, unmanaged, hasRpki) {
	const status = statusOf(pair, outcome.inputs?.mode);
	const desired = pair.route ? originCell(pair) : asnCell(pair, unmanaged);
	const rpki = rpkiCell(pair);
	const hasDoubt = desired.remarks.length > 0 || rpki.isBold || rpki.remarks.length > 0;
	return {
		pair,
		status,
		desired,
		cidrState: cidrStateCell(pair),
		rpki: hasRpki ? rpki : void 0,
		change: changeCell(pair, status, outcome),
		needsLook: statusViews[status].color !== "red" && (hasDoubt || status === "planned" && movesTraffic(pair))
	};
}
function changeName(before, after) {
	return `${originName(before)} to ${originName(after)}`;
}
function originCell({ step, route, originBefore: { origin: before } }) {
	const isSame = step === void 0 || before === route.origin;
	return {
		text: isSame ? originName(route.origin) : changeName(before, route.origin),
		isBold: !isSame && before === "unknown",
		remarks: []
	};
}
function asnCell(pair, unmanaged) {
	const others = unmanaged.map(({ asn, state }) => `also AS${asn}${state === "associated" ? "" : `, ${state}`}`);
	return {
		text: `AS${pair.association.asn}`,
		isBold: false,
		remarks: [...isAsnNotFound(pair) ? ["not found in IPAM"] : [], ...listFirst(others, maxAsns, "more ASNs")]
	};
}
function cidrStateCell({ route, state, cidrState }) {
	const now = route ? state : cidrState;
	const isLive = now === "advertised";
	return {
		text: isLive ? `${now} (live)` : now,
		isBold: isLive,
		remarks: []
	};
}
function rpkiCell(pair) {
	const { rpki } = pair;
	if (!rpki) return empty;
	if (rpki.state === "unread") return {
		...empty,
		text: "not read"
	};
	return {
		text: rpki.state,
		isBold: rpki.state !== "valid",
		remarks: wayBackRemarks(pair)
	};
}
function wayBackRemarks({ route, rpki }) {
	const wayBack = rpki?.wayBack ?? [];
	const missing = wayBack.filter(({ state }) => state !== "valid");
	return [...Map.groupBy(missing, ({ state }) => state)].map(([state, origins]) => {
		const names = origins.map(({ asn }) => `AS${asn}`).join(", ");
		if (route) return `${state === "invalid" ? "no way back" : "way back"} to ${names}: ${state}`;
		return `Amazon's ${origins.length === wayBack.length ? "ASNs" : names}: ${state}`;
	});
}
function movesTraffic({ step }) {
	return step === "swap" || step === "withdraw";
}
function changeCell(pair, status, outcome) {
	const needsAttention = [
		"failed",
		"refused",
		"skipped",
		"unknown"
	].includes(status);
	const isRiskyPlan = status === "planned" && (pair.association?.remove === true || !outcome.failure && movesTraffic(pair));
	return {
		text: changeText$2(pair, status, outcome),
		isBold: needsAttention || isDone(status) || isRiskyPlan,
		remarks: changeRemarks(pair, status)
	};
}
function changeText$2(pair, status, { failure, inputs }) {
	const { state, step, before, changed } = pair;
	switch (status) {
		case "planned": {
			const { verb = "", participle = "" } = stepViews[step ?? "keep"];
			return failure ? `would be ${participle}` : verb;
		}
		case "failed":
			if (step === void 0) return "not read";
			return state.startsWith("failed") ? state : `failed, now ${state}`;
		case "skipped": return `skipped, now ${state}`;
		case "unknown": return step === void 0 ? "not read" : status;
		case "kept":
		case "pending": return inputs?.mode === "plan" ? `none (${state})` : state;
		case "refused":
		case "advertised":
		case "withdrawn": return status;
		case "associated": return changed ? state : `${state}, was ${before}`;
		case "disassociated": return changed ? `removed (${state})` : `removed (${state}), was ${before}`;
	}
}
function changeRemarks(pair, status) {
	const { association, before, statusMessage, why } = pair;
	const reason = status === "refused" || association !== void 0 && status === "planned" && before !== "absent" ? [why] : [];
	const isKnown = statusMessage === "" || reason.length > 0 && why.includes(statusMessage);
	return [
		...reason,
		...resultRemarks(pair),
		...isKnown ? [] : [`AWS says: ${statusMessage}`]
	];
}
function resultRemarks(pair) {
	if (!pair.route) return [];
	const { route, originNow, verification } = pair;
	const isOther = originNow !== void 0 && originNow.origin !== route.origin;
	const verified = isMissed(pair) ? "not verified" : "verified";
	return [...isOther ? [`origin now ${originName(originNow.origin)}`] : [], ...verification ? [`${verified}: ${verification.text}`] : []];
}
function isMissed({ verification }) {
	return verification?.verified === "none";
}
const maxEffects = 10;
function effectLines({ inputs }, rows) {
	if (inputs?.mode !== "plan") return [];
	return listFirst(rows.flatMap(({ pair }) => pair.route && pair.effect ? [pair.effect] : []), maxEffects);
}
// src/report/next-step.ts
const planned = new Set([
	"planned",
	"dry-run-permitted",
	"dry-run-unchecked"
]);
function nextStepOf(outcome, { pullRequest, isOnDefaultBranch }) {
	const { action, reason, failure, inputs, pairs } = outcome;
	const { next } = failure ?? reasons[reason];
	if (failure) return next;
	if (pairs.some((pair) => pair.route && isMissed(pair))) return reasons["not-verified"].next;
	if (reason === "applied" && action === "routes") return reasons.advertised.next;
	if (next === reasons["no-changes"].next && makeRows(outcome).some(({ needsLook }) => needsLook)) return "Check what needs a look. There is nothing else to do.";
	if (!planned.has(reason) || inputs?.environment === void 0) return next;
	const reviewers = `the reviewers of the environment ${inputs.environment}`;
	if (isOnDefaultBranch) return `Let ${reviewers} approve this run: "Review deployments" on its page.`;
	return `${pullRequest === void 0 ? "Review the plan." : "Review and merge."} After the merge, the run on the default branch waits for ${reviewers}.`;
}
// src/report/markdown.ts
const longestText = 1e3;
function markdownText(text) {
	return escapeMarks(truncate(plainLine(text), longestText).replace(/[@#]|\bgh-(?=\d)|:(?=[\w+-]+:)/gi, "$&\u2060")).replace(/^[ +=-]/, toReference);
}
function markdownCode(text) {
	if (text === "") return "";
	return `<code>${escapeMarks(truncate(plainLine(text), longestText).replaceAll("@", "@\u2060"))}</code>`;
}
function escapeMarks(text) {
	return text.replace(/[!#$&()*.:<>@[\\\]^_`{|}~\u2060]/g, toReference);
}
function toReference(character) {
	return `&#${character.charCodeAt(0)};`;
}
function markdownLink(markdown, url = "") {
	const href = URL.parse(url)?.href ?? "";
	if (!/^https?:/.test(href)) return markdown;
	return `<a href="${href.replace(/[^\w.~/:?#=%-]/g, toReference)}">${markdown}</a>`;
}
function locationLink(location, { files }) {
	const path = location.file.toWellFormed().split("/").map(encodeURIComponent).join("/");
	const url = files === void 0 ? void 0 : `${files}${path}#L${location.line}`;
	return markdownLink(markdownCode(locationText(location)), url);
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
function markdownFold(title, body, isOpen = false) {
	return `<details${isOpen ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function markdownBlock(lines, language = "text") {
	const text = lines.map(plainLine).join("\n");
	const longest = [...text.matchAll(/`+/g)].reduce((most, [ticks]) => Math.max(most, ticks.length), 2);
	const fence = "`".repeat(longest + 1);
	return `${fence}${language}\n${text}\n${fence}`;
}
function markdownAlert(kind, texts) {
	const body = texts.length === 1 ? texts : texts.map((text) => `- ${text}`);
	return [`[!${kind}]`, ...body].map((line) => `> ${line}`).join("\n");
}
// src/report/undo.ts
function changedPairs({ pairs, failure, inputs }) {
	if (inputs?.mode === "plan") return failure ? [] : pairs.filter((pair) => statusOf(pair, "plan") === "planned");
	return pairs.filter((pair) => isUnclear(pair) || pair.changed && isInPlace(pair));
}
function isInPlace({ association, state }) {
	return association === void 0 || hasStarted(association, state);
}
function isUnclear({ step, state }) {
	return step !== void 0 && isChange(step) && state === "unknown";
}
function undoLines(pairs) {
	return [...Map.groupBy(pairs, ({ target }) => target)].flatMap(([target, ofTarget]) => [`# ${targetText(target)}`, ...ofTarget.flatMap((pair) => [...isUnclear(pair) ? ["# its state is not known: check it in AWS first"] : [], pair.route ? undoOfRoute(pair) : undoOfAssociation(pair)])]);
}
function undoOfAssociation({ association, target: { region } }) {
	const { asn, cidr, remove } = association;
	return `aws ec2 ${`${remove ? "associate" : "disassociate"}-ipam-byoasn`} --region ${region} --asn ${asn} --cidr ${cidr}`;
}
function undoOfRoute(pair) {
	const { step, route, originBefore, networkBorderGroup = "", target } = pair;
	const options = `--region ${target.region} --cidr ${route.cidr}`;
	if (step === "advertise") return `aws ec2 withdraw-byoip-cidr ${options}`;
	const { value = "none" } = parseOrigin(originBefore.origin, { specialUse: "accept" });
	if (value === "none") return `# ${route.cidr}: the origin before is not known`;
	return `aws ec2 advertise-byoip-cidr ${options} --asn ${value}${/^[a-z0-9-]{1,100}$/.test(networkBorderGroup) ? ` --network-border-group ${networkBorderGroup}` : ""}`;
}
function undoAdvice(pairs, { action, inputs }) {
	const hasFile = inputs?.source.form === "file";
	if (action === "routes") return `${hasFile ? "Change the file back too, or the next run makes the change again. " : ""}AWS accepts one of these calls every 10 seconds, and a change to your own ASN once an hour.`;
	const removes = pairs.some(({ association }) => association?.remove);
	const creates = pairs.some(({ association }) => !association?.remove);
	const restore = `delete ${markdownCode("remove: true")} from the entries to restore`;
	const file = [creates ? "delete the entries to undo" : "", removes ? restore : ""].filter((text) => text !== "").join(", and ");
	const command = markdownCode("aws ec2 advertise-byoip-cidr --region REGION --asn AWS --cidr CIDR");
	return [...hasFile ? [`First, in the file, ${file}.`] : [], ...creates ? [`If AWS is then advertising a CIDR from your ASN, return the route to Amazon's ASN before you disassociate: ${command}.`] : []].join(" ");
}
// src/report/log.ts
function planGroups(plan) {
	const { unmanaged, unmanagedCidrs = [], digest } = plan;
	const byTarget = [...Map.groupBy(plan.changes, ({ target }) => target)];
	return byTarget.map(([{ name }, changes], index) => {
		const ofTarget = ({ target }) => target.name === name;
		const isLast = index === byTarget.length - 1;
		const cidrs = unmanagedCidrs.filter(ofTarget).map(unmanagedCidrText);
		return {
			title: `Plan for ${name}: ${countChanges(changes)}`,
			lines: [
				...changes.flatMap((change) => [`${change.step}: ${entryText(change)} (now ${change.before}): ${change.why}`, ...change.route && change.effect ? [`  ${change.effect}`] : []]),
				...evidenceLines(changes).map((line) => `  ${line}`),
				...unmanaged.filter(ofTarget).map(unmanagedText),
				...listFirst(cidrs, 100, "more unmanaged CIDRs"),
				...isLast && digest !== void 0 ? [`plan digest ${digest}`] : []
			]
		};
	});
}
const longestList$1 = 10;
function resultLines(outcome, links) {
	const { reason, pairs, inputs } = outcome;
	const textOf = (pair) => endText(pair, statusOf(pair, inputs?.mode));
	return [
		...pairs.length <= longestList$1 ? pairs.map((pair) => `${entryText(pair)}: ${textOf(pair)}`) : [...Map.groupBy(pairs, textOf)].map(([text, { length }]) => `${countEntries(length, pairs)}: ${text}`),
		`${reason}: ${reasons[reason].cause}`,
		`Next step: ${nextStepOf(outcome, links)}`,
		...undoText(outcome)
	];
}
function endText(pair, status) {
	return status === "planned" ? `${viewOf(status, pair).counted}, now ${pair.state}` : [pair.state, ...resultRemarks(pair)].join(", ");
}
function undoText(outcome) {
	const changed = outcome.inputs?.mode === "apply" ? changedPairs(outcome) : [];
	if (changed.length === 0) return [];
	return ["Undo:", ...(changed.length > longestList$1 && outcome.inputs?.summary ? ["the commands are in the job summary"] : undoLines(changed)).map((line) => `  ${line}`)];
}
function failureLines({ message, lines, problems, likely, next }) {
	return [
		message,
		...listFirst(problems.map(problemText$1), 9, "more, in the log above"),
		...lines,
		...likely === void 0 ? [] : [`Likely cause: ${likely}`],
		`Next step: ${next}`
	];
}
const maxInspectedLines = 200;
const maxInspectedLength = 2e3;
function inspectLines(thrown) {
	return (0,external_node_util_.inspect)(thrown, {
		depth: 3,
		maxArrayLength: 20,
		maxStringLength: maxInspectedLength
	}).split("\n").slice(0, maxInspectedLines).map((line) => truncate(line, maxInspectedLength));
}
function defectLines({ failure, pairs }) {
	return [...new Set([failure, ...pairs.map((pair) => pair.failure)])].flatMap((each) => each?.reason === "internal-error" && !(each.cause instanceof Failure) ? inspectLines(each.cause ?? each) : []);
}
function elapsedText(milliseconds) {
	const seconds = Math.floor(milliseconds / 1e3);
	const twoDigits = (number) => String(number).padStart(2, "0");
	return `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
}
// src/report/redact.ts
function redactOutcome({ inputs, ...rest }, redact) {
	const copy = createCopier(redact);
	return {
		...copy(rest),
		inputs: inputs && {
			...copy(inputs),
			comment: inputs.comment
		}
	};
}
function redactFailure(failure, redact) {
	return createCopier(redact)(failure);
}
function createCopier(redact) {
	const made = new Map();
	function copy(value) {
		if (typeof value === "string") return redact(value);
		if (typeof value !== "object" || value === null) return value;
		if (made.has(value)) return made.get(value);
		if (value instanceof Error) return copyError(value);
		const copied = Array.isArray(value) ? [] : {};
		made.set(value, copied);
		for (const [name, item] of Object.entries(value)) every_run_define(copied, name, copy(item), true);
		return copied;
	}
	function copyError(error) {
		const message = redact(error.message);
		const copied = error instanceof Failure ? new Failure(error.reason, message, copy({ ...error })) : new Error(message);
		made.set(error, copied);
		copied.name = error.name;
		copied.stack = redact(error.stack ?? "");
		if (error.cause !== void 0) every_run_define(copied, "cause", copy(error.cause), false);
		return copied;
	}
	return copy;
}
function every_run_define(target, name, value, enumerable) {
	Object.defineProperty(target, name, {
		value,
		enumerable,
		configurable: true,
		writable: true
	});
}
// src/config/load.ts
async function loadTargets({ source, specialUse }, readFile) {
	if (source.form === "inputs") return [source.target];
	const text = readFile(source.path);
	const { parseConfig } = await __nccwpck_require__.e(/* import() */ 776).then(__nccwpck_require__.bind(__nccwpck_require__, 776));
	const { targets, problems, count } = parseConfig(text, source.path, { specialUse });
	if (problems) {
		const counted = countNoun(count, "problem");
		throw new Failure("invalid-input", `${source.path} has ${counted}`, { problems });
	}
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
const largestBytes = 1048576;
function readConfigFile(path, named) {
	try {
		const found = (0,external_node_fs_.statSync)(path);
		if (!found.isFile()) throw refusePath(named, "is not a file");
		const { size } = found;
		if (size > largestBytes) throw refusePath(named, `has ${size} bytes; the limit is ${largestBytes}`);
		return new TextDecoder("utf-8", { fatal: true }).decode((0,external_node_fs_.readFileSync)(path));
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw refusePath(named, error instanceof TypeError ? "is not UTF-8" : `cannot be read: ${error}`);
	}
}
function refusePath(named, problem, details = {}) {
	return new Failure("invalid-input", `config: ${quotedText(named)} ${problem}`, details);
}
// src/lib/concurrency.ts
async function forEachConcurrent(items, limit, work) {
	const remaining = items.values();
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
		for (const item of remaining) {
			if (isStopping()) return;
			const remainder = await attempt(() => work(item, isStopping));
			if (remainder) remainders.push(attempt(remainder));
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
	await Promise.all(remainders);
	if (isStopping()) throw errors[0];
}
async function mapConcurrent(items, limit, work) {
	const results = [];
	await forEachConcurrent([...items.entries()], limit, async ([index, item]) => {
		results[index] = await work(item);
	});
	return results;
}
// src/lib/deadline.ts
function startDeadline(clock, seconds) {
	const end = clock.now() + seconds * 1e3;
	return {
		seconds,
		remaining: () => Math.max(0, end - clock.now())
	};
}
// src/aws/errors/to-failure.ts
function toFailure(doing, error, details = {}) {
	const { result } = error;
	const { code, requestId, acceptedBy, sessionPolicy } = result;
	const known = findCode(code);
	const elsewhere = acceptedBy === void 0 ? void 0 : known?.elsewhere;
	const likely = elsewhere ? `${acceptedBy} accepted the same credentials in this run, so they are right. ${elsewhere.cause}` : known?.cause;
	const next = elsewhere?.next ?? known?.next;
	const message = `Could not ${doing}: ${describeResult(result)}`;
	return new Failure(details.reason ?? reasonOf(result), message, {
		code,
		requestId,
		likely,
		...next === void 0 ? {} : { next },
		...details,
		...sessionPolicy ? {
			...bySessionPolicy[sessionPolicy],
			lines: []
		} : {},
		cause: error
	});
}
const bySessionPolicy = {
	own: {
		likely: "The session policy with which this run limits its role does not allow the call, though it should allow all calls of a run.",
		next: "Set session-policy: false to run without it, and please report this message."
	},
	given: {
		likely: "The credentials came with a session policy that does not allow the call, such as inline-session-policy of aws-actions/configure-aws-credentials.",
		next: "Allow the call in that session policy, or leave it out."
	}
};
const reasonOfKind = {
	permitted: "request-rejected",
	denied: "access-denied",
	credentials: "credentials-rejected",
	rejected: "request-rejected",
	invalid: "invalid-input",
	intercepted: "network-error",
	throttled: "throttled",
	unsent: "service-error",
	ambiguous: "service-error"
};
function reasonOf({ kind, code, httpStatus }) {
	if (code === "TooLate") return "wait-timeout";
	const reason = reasonOfKind[kind];
	return (reason === "service-error" || reason === "request-rejected") && httpStatus === void 0 ? "network-error" : reason;
}
async function withFailureContext(doing, work, details = () => ({})) {
	try {
		return await work;
	} catch (error) {
		throw error instanceof CallError ? toFailure(doing, error, details(error.result)) : error;
	}
}
function unsentCall(error) {
	return error instanceof Failure && error.cause instanceof CallError ? error.cause : void 0;
}
// src/aws/policies.ts
const originActions = ["ec2:DescribeIpamResourceDiscoveries", "ec2:GetIpamDiscoveredRoutes"];
const statement = (Sid, region, ...Action) => ({
	Sid,
	Effect: "Allow",
	Action,
	Resource: "*",
	Condition: { StringEquals: { "ec2:Region": region } }
});
function policyOf(...statements) {
	return {
		Version: "2012-10-17",
		Statement: statements
	};
}
function readStatements(region, ipamRegion, ipamActions) {
	const cidrs = "ec2:DescribeByoipCidrs";
	return ipamRegion === region ? [statement("Read", region, cidrs, ...ipamActions)] : [statement("Read", region, cidrs), statement("ReadIpam", ipamRegion, ...ipamActions)];
}
function planPolicy(region, ipamRegion = region, { removes = false } = {}) {
	return policyOf(...readStatements(region, ipamRegion, ["ec2:DescribeIpamByoasn", ...removes ? originActions : []]));
}
function applyPolicy(region, ipamRegion = region, options = {}) {
	const { Statement } = planPolicy(region, ipamRegion, options);
	const changes = ["ec2:AssociateIpamByoasn", ...options.removes ? ["ec2:DisassociateIpamByoasn"] : []];
	return policyOf(...Statement, statement("Associate", region, ...changes));
}
function policyLines(policy) {
	return JSON.stringify(policy, null, 2).replace(/(?<=^ {6}"\w+": )[[{].*?^ {6}[\]}]/gms, (value) => value.replace(/\n */g, " ")).split("\n");
}
function policyToPaste(policy) {
	return ["Smallest policy for the role, for this Region:", ...policyLines(policy)];
}
function policyIfDenied(policy) {
	return ({ kind }) => kind === "denied" ? { lines: policyToPaste(policy) } : {};
}
// src/aws/rates.ts
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
// src/domain/role.ts
const minSessionSeconds = 900;
const example = "arn:aws:iam::111122223333:role/byoasn-apply";
const roleArn = /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/;
function parseRoleArn(text) {
	const filled = fill(text, {
		accountId: "000000000000",
		region: "us-east-1"
	});
	if (text === "" || roleArn.test(filled)) return { value: text };
	const problem = /^[\w+=,.@-]+$/.test(text) ? "is a role name; use the full ARN" : "is not the ARN of an IAM role";
	return {
		problem: explainLookAlike(text) ?? problem,
		example
	};
}
function needsAccount(arn) {
	return arn.includes("{account}");
}
function fillRole(template, parameters) {
	for (const arn of arnsOf(template)) {
		const { problem } = checkPartition(arn, parameters.region);
		if (problem !== void 0) throw new Failure("invalid-input", `role-to-assume: ${arn} ${problem}`);
	}
	return {
		...template,
		arn: fill(template.arn, parameters),
		via: template.via.map((arn) => fill(arn, parameters)),
		audience: template.audience || audienceOf(parameters.region)
	};
}
function arnsOf({ via, arn }) {
	return [...via, arn];
}
function hopsOf({ arn, via: [first, ...others], sessionName, durationSeconds, externalId }, policy) {
	const before = (each) => ({
		arn: each,
		sessionName,
		durationSeconds: minSessionSeconds
	});
	const last = {
		arn,
		sessionName,
		durationSeconds,
		externalId,
		policy
	};
	return first === void 0 ? [last] : [
		before(first),
		...others.map(before),
		last
	];
}
function checkPartition(arn, region) {
	const [, own] = arn.split(":");
	const partition = partitionOf(region);
	if (own === void 0 || region === "" || own === partition) return { value: arn };
	return {
		problem: `is in the partition ${own}, but ${region} is in ${partition}`,
		example: example.replace("aws", partition)
	};
}
function audienceOf(region) {
	return partitionOf(region) === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}
function fill(arn, { accountId, region }) {
	return arn.replaceAll("{account}", accountId ?? "{account}").replaceAll("{region}", region);
}
// src/lib/rate-limiter.ts
function createRateLimiter({ burst, intervalMs }, { clock, deadline }) {
	let fullAt = clock.now();
	let previous = Promise.resolve();
	const postpone = (milliseconds) => {
		fullAt = Math.max(fullAt, clock.now() + milliseconds);
	};
	const takeTurn = async () => {
		const waitMs = () => Math.min(fullAt - (burst - 1) * intervalMs - clock.now(), deadline.remaining());
		for (let left = waitMs(); left > 0; left = waitMs()) await clock.sleep(left);
		fullAt = Math.max(fullAt, clock.now()) + intervalMs;
	};
	return {
		acquire: () => {
			const turn = previous.then(takeTurn, takeTurn);
			previous = turn;
			return turn;
		},
		release: () => postpone(intervalMs),
		exhaust: () => postpone(burst * intervalMs)
	};
}
// src/observe/describe.ts
async function describeCidrs(ec2, limiter, context) {
	return (await callPages(ec2.describeByoipCidrs, context, limiter)).map((item) => {
		const cidr = normalizeCidr(item.Cidr);
		return {
			cidr,
			state: normalizeState(item.State),
			statusMessage: normalizeMessage(item.StatusMessage),
			advertisementType: item.AdvertisementType ?? "",
			networkBorderGroup: item.NetworkBorderGroup ?? "",
			associations: (item.AsnAssociations ?? []).map((association) => ({
				asn: asnIn(cidr, association),
				state: normalizeState(association.State),
				statusMessage: normalizeMessage(association.StatusMessage)
			}))
		};
	});
}
function asnIn(cidr, { Asn, Cidr }) {
	const named = normalizeCidr(Cidr || cidr);
	return named === cidr ? normalizeAsn(Asn) : `${normalizeAsn(Asn)} of ${named}`;
}
async function describeAsns(ec2, context) {
	return (await callPages(ec2.describeIpamByoasn, context)).map(({ Asn, State, StatusMessage }) => ({
		asn: normalizeAsn(Asn),
		state: normalizeState(State),
		statusMessage: normalizeMessage(StatusMessage)
	}));
}
function tryDescribeAsns(ec2, context) {
	return tryRead((bounded) => describeAsns(ec2, bounded), context);
}
const optionalSeconds = 10;
async function tryRead(read, context) {
	const seconds = Math.min(optionalSeconds, context.deadline.remaining() / 1e3);
	try {
		return await read({
			...context,
			deadline: startDeadline(context.clock, seconds)
		});
	} catch (error) {
		if (error instanceof CallError) return { unread: error.message };
		throw error;
	}
}
// src/observe/observed.ts
function findAssociation(cidrs, { asn, cidr }) {
	const { entries, unreadable } = indexOf(cidrs);
	const found = entries.get(cidr)?.map((entry) => associationIn(entry, asn));
	if (found) return mergeItems(asn, found);
	if (unreadable === void 0) return absentAssociation(asn);
	return unknownAssociation(asn, `AWS lists the CIDR ${JSON.stringify(unreadable)}, which ${mayBe} ${cidr}`);
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
function listOverlapping(cidrs, cidr) {
	const wanted = rangeOf(cidr);
	return indexOf(cidrs).ranges.flatMap((listed) => wanted && listed.range && overlaps(wanted, listed.range) ? listed.cidr : []);
}
function associationIn({ listed, byAsn, unreadable }, asn) {
	const items = byAsn.get(asn) ?? [];
	const live = items.filter(({ state }) => !hasEnded(state));
	if (live.length > 0) return mergeItems(asn, live);
	const unread = unreadable.find((text) => text !== asn);
	if (unread !== void 0) return unknownAssociation(asn, `${`AWS lists the ASN ${JSON.stringify(unread)} with ${listed.cidr}`}, which ${mayBe} AS${asn}`);
	const failed = items.filter(({ state }) => state === "failed-association");
	return mergeItems(asn, failed.length > 0 ? failed : items);
}
function mergeItems(asn, items) {
	const [first, ...others] = new Set(items.map(({ state }) => state));
	if (first === void 0) return absentAssociation(asn);
	if (others.length > 0) return unknownAssociation(asn, `AWS lists it more than once: ${[first, ...others].slice(0, maxListed$2).join(", ")}`);
	return {
		asn,
		state: first,
		statusMessage: items.find((item) => item.statusMessage !== "")?.statusMessage ?? ""
	};
}
const mayBe = "cannot be read and may be";
const maxListed$2 = 10;
function unknownAssociation(asn, statusMessage) {
	return {
		asn,
		state: "unknown",
		statusMessage
	};
}
function absentAssociation(asn) {
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
	const ranges = cidrs.map(({ cidr }) => ({
		cidr,
		range: rangeOf(cidr)
	}));
	const index = {
		entries: Map.groupBy(cidrs.map(entryOf), ({ listed }) => listed.cidr),
		ranges,
		unreadable: ranges.find(({ range }) => range === void 0)?.cidr
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
// src/observe/shared-read.ts
function shareReads(read) {
	let last = Promise.resolve();
	let next;
	const start = () => {
		const current = read();
		last = current;
		next = void 0;
		return current;
	};
	return () => {
		next ??= last.then(start, start);
		return next;
	};
}
// src/observe/connect-target.ts
async function openTarget(target, inputs, { policyOf }, context, onAccountId) {
	const { region } = target;
	const { ipamRegion, role } = endpointOf(target, inputs);
	const policy = policyOf(inputs, region, ipamRegion);
	const sessionPolicy = role && inputs.sessionPolicy === "attach" ? policy : void 0;
	const connection = await withFailureContext("get AWS credentials", context.connect({
		region,
		ipamRegion,
		role,
		sessionPolicy
	}, context));
	const calls = {
		...context,
		renew: connection.renew
	};
	if (connection.accountId !== void 0) onAccountId(connection.accountId);
	context.log.line(role ? `assumed ${arnsOf(role).join(", then ")}` : "credentials found by the AWS credential chain");
	return {
		connection,
		calls,
		checked: await checkAccount(target, inputs, connection, calls, onAccountId),
		ipamRegion,
		policy
	};
}
async function connectTarget(target, inputs, access, context, onAccountId) {
	const { region } = target;
	const { connection, calls, checked, ipamRegion, policy } = await openTarget(target, inputs, access, context, onAccountId);
	const limiter = createRateLimiter(rates.describeByoipCidrs, context);
	const { ec2 } = connection;
	const addPolicy = policyIfDenied(policy);
	const readAsns = async () => {
		if (access.asns === "skip") return { unread: "not needed" };
		if (ipamRegion === void 0) return tryDescribeAsns(ec2, calls);
		return withFailureContext(`read the ASNs of the IPAM in ${ipamRegion}`, describeAsns(ec2, calls), addPolicy);
	};
	const readListing = async () => {
		const readAt = context.clock.now();
		const first = await describeCidrs(ec2, limiter, calls);
		return {
			cidrs: access.entriesOf(target).some(({ cidr }) => !findCidr(first, cidr)) ? addCidrs(await describeCidrs(ec2, limiter, calls), first) : first,
			readAt
		};
	};
	const [accountId, { cidrs, readAt }, asns] = await Promise.all([
		checked ?? readAccountForDigest(inputs, connection, calls, onAccountId),
		withFailureContext(`read the BYOIP CIDRs of ${region}`, readListing(), addPolicy),
		readAsns()
	]);
	return {
		target: {
			...target,
			accountId
		},
		connection,
		readAt,
		observed: {
			cidrs,
			asns,
			ipamRegion
		},
		readCidrs: shareReads(() => describeCidrs(connection.ec2, limiter, calls))
	};
}
function addCidrs(listed, earlier) {
	return [...listed, ...earlier.filter(({ cidr }) => !findCidr(listed, cidr))];
}
function endpointOf(target, inputs) {
	return {
		ipamRegion: findIpamRegion(target, inputs),
		role: inputs.role && fillRole(inputs.role, target)
	};
}
function findIpamRegion(target, inputs) {
	const ipamRegion = target.ipamRegion ?? inputs.ipamRegion;
	if (ipamRegion === void 0) return void 0;
	const [partition, own] = [ipamRegion, target.region].map(partitionOf);
	if (partition === own) return ipamRegion;
	throw new Failure("invalid-input", `ipam-region: ${ipamRegion} is in the partition ${partition}, but ${target.region} is in ${own}`);
}
async function checkAccount({ accountId: required, region }, { allowedAccountIds: allowed }, connection, context, onAccountId) {
	if (required === void 0 && allowed.length === 0) return void 0;
	const accountId = await withFailureContext(`ask STS in ${region} which account the credentials belong to`, call(connection.callerAccountId, context));
	onAccountId(accountId);
	if (required !== void 0 && accountId !== required) throw notAllowed(accountId, `the target is in ${required}`);
	if (allowed.length > 0 && !allowed.includes(accountId)) throw notAllowed(accountId, `allowed-account-ids names ${allowed.join(", ")}`);
	context.log.line(`account ${accountId} is allowed`);
	return accountId;
}
function notAllowed(accountId, rule) {
	return new Failure("account-not-allowed", `The credentials belong to account ${accountId}, and ${rule}`);
}
async function readAccountForDigest({ mode, expectedPlan }, { accountId, expires, callerAccountId }, context, onAccountId) {
	if (accountId !== void 0 || !(mode === "plan" || expectedPlan !== void 0 || expires)) return accountId;
	try {
		const known = await withFailureContext("ask STS which account the credentials belong to", call(callerAccountId, context));
		onAccountId(known);
		return known;
	} catch (error) {
		const failure = asFailure(error);
		if (expectedPlan !== void 0 || endsRun(failure)) throw failure;
		context.log.line(`No plan digest: ${failure.message}`);
		return;
	}
}
// src/outcome/conclude.ts
function conclude(pairs, mode) {
	return summarizeFailures(pairs, mode) ?? (mode.mode === "plan" ? reasonOfPlan(pairs, mode) : reasonOfApply(pairs, mode));
}
function reasonOfPlan(pairs, { source, permissionCheck }) {
	const changes = pairs.some(({ step }) => step !== void 0 && isChange(step));
	if (source.form === "file") return changes ? "planned" : "no-changes";
	if (changes) return permissionCheck === "ask" ? "dry-run-permitted" : "dry-run-unchecked";
	return pairs.some(({ step }) => step === "wait") ? "already-pending" : "already-associated";
}
function reasonOfApply(pairs, { until, source }) {
	const unchanged = source.form === "file" ? "no-changes" : "already-associated";
	if (pairs.every(({ step }) => step === "keep")) return unchanged;
	if (until === "accepted") {
		if (pairs.some(({ changed }) => changed)) return "accepted";
		return pairs.every(({ association, state }) => isAsWanted(association, state)) ? unchanged : "already-pending";
	}
	if (source.form === "inputs") return "associated";
	return pairs.filter(({ step }) => step !== "keep").every(({ association }) => association.remove) ? "disassociated" : "applied";
}
function summarizeFailures(pairs, { mode, source }) {
	const failed = Map.groupBy(pairs, ({ failure }) => failure);
	failed.delete(void 0);
	const [first] = failed.keys();
	if (!first || source.form === "inputs") return first;
	const hasCreated = pairs.some((pair) => pair.changed && !pair.failure);
	const isOnly = failed.size === 1 && !hasCreated;
	return new Failure(hasCreated ? "partly-applied" : first.reason, countText(pairs, mode), {
		lines: linesOf([...failed.values()], isOnly),
		likely: isOnly ? first.likely : void 0,
		...hasCreated ? {} : { next: first.next },
		cause: first
	});
}
function countText(pairs, mode) {
	const others = pairs.filter(({ failure }) => !failure);
	const failed = `${pairs.length - others.length} of ${countEntries(pairs.length, pairs)} failed`;
	const texts = countStatuses(others, mode);
	return texts.length === 0 ? failed : `${failed}; ${texts.join(", ")}`;
}
function linesOf(groups, isOnly) {
	const seen = new Set();
	return groups.flatMap((pairs) => {
		const [pair, another] = pairs;
		const { failure } = pair ?? {};
		if (!pair || !failure) return [];
		const name = another ? countEntries(pairs.length, pairs) : entryText(pair);
		const head = `${pair.target.name}: ${failure.reason}: ${failure.message} (${name})`;
		const likely = isOnly || failure.likely === void 0 ? [] : [`likely: ${failure.likely}`];
		const details = [...failure.lines, ...likely].map((line) => `  ${line}`);
		const text = details.join("\n");
		const isRepeated = seen.has(text);
		seen.add(text);
		return [head, ...isRepeated ? [] : details];
	});
}
// src/plan/observed-origin.ts
const originLifeMs = 9e5;
const unknownOrigin = {
	origin: "unknown",
	source: "none",
	evidence: []
};
// src/outcome/run-state.ts
function currentOrigin({ originNow, originBefore }) {
	return originNow ?? originBefore;
}
function createRunState(action = "associations") {
	let run = {
		inputs: void 0,
		plan: void 0
	};
	let pairs = new Map();
	const failed = new Set();
	const keyOf = ({ asn = "", cidr }) => `${cidr} ${asn}`;
	const pair = (entry) => {
		const known = pairs.get(keyOf(entry));
		if (!known) throw new Error(`${keyOf(entry)} is not desired`);
		return known;
	};
	return {
		start(inputs) {
			run = {
				...run,
				inputs
			};
		},
		addEntries(declared) {
			for (const each of declared) pairs.set(keyOf(entryOf$1(each)), each);
		},
		setAccount(target, accountId) {
			const known = {
				...target,
				accountId: target.accountId ?? accountId
			};
			for (const [key, each] of pairs) if (each.target === target) pairs.set(key, {
				...each,
				target: known
			});
		},
		setPlan(plan) {
			run = {
				...run,
				plan
			};
			const planned = plan.changes.map((change) => {
				const known = pair(entryOf$1(change));
				return [keyOf(entryOf$1(change)), {
					...known,
					...change,
					state: change.before
				}];
			});
			pairs = new Map(planned);
		},
		update(entry, facts) {
			const key = keyOf(entry);
			const updated = {
				...pair(entry),
				...facts
			};
			pairs.set(key, updated);
			if (updated.failure) failed.add(key);
			else failed.delete(key);
		},
		pair,
		pairs: () => [...pairs.values()],
		hasFailed: () => failed.size > 0,
		finish(result) {
			const failure = typeof result === "string" ? void 0 : result;
			const reason = typeof result === "string" ? result : result.reason;
			return {
				...run,
				action,
				reason,
				conclusion: conclusionOf(reason),
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
function initialPairs(target) {
	return target.associations.map((association) => ({
		target,
		association,
		...initial
	}));
}
const initial = {
	step: void 0,
	why: "",
	before: "unknown",
	state: "unknown",
	statusMessage: "",
	cidrState: "unknown",
	changed: false,
	requestId: "",
	evidence: [],
	failure: void 0
};
function initialRoutes(target) {
	return (target.routes ?? []).map((route) => ({
		target,
		route,
		originBefore: unknownOrigin,
		originNow: void 0,
		networkBorderGroup: void 0,
		effect: "",
		...initial
	}));
}
// src/domain/plan-digest.ts
const version = "v2";
function callText({ step, accountId, region, asn, cidr, state }) {
	return JSON.stringify([
		step,
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
	const planned = changes.filter(({ step }) => isChange(step));
	const calls = planned.flatMap(({ step, target: { accountId, region }, association, before }) => accountId === void 0 ? [] : [{
		...association,
		step,
		accountId,
		region,
		state: before
	}]);
	return calls.length < planned.length ? void 0 : digestOf(calls);
}
const digestExample = "${{ needs.plan.outputs.plan-digest }}";
function parseDigest(text) {
	if (/^v2:[0-9a-f]{64}$/.test(text)) return { value: text };
	return {
		problem: /^v1:[0-9a-f]{64}$/.test(text) ? "was made by an earlier version of this action: plan again with this version, and pass the digest of that plan" : "is neither a plan-digest nor a plan",
		example: digestExample
	};
}
// src/domain/approved-plan.ts
function createApprovedReader(format) {
	return (text) => {
		const plan = parseJson(text);
		const listed = property(plan, "changes");
		const digestText = Array.isArray(listed) ? stringAt(plan, "digest") ?? "" : text;
		const digest = format.parseDigest(digestText);
		if (digest.problem !== void 0) return digest;
		if (!Array.isArray(listed)) return { value: {
			digest: digest.value,
			changes: void 0
		} };
		const problems = [];
		const changes = listed.flatMap((item, index) => format.readChange(fieldReader(item, index, problems)) ?? []);
		const problem = repeatedKeyProblem(text) ?? problems[0] ?? repeatedNameProblem(changes.map(format.nameOf)) ?? (format.digestOf(changes) === digest.value ? void 0 : "is a plan whose digest does not match its changes");
		if (problem !== void 0) return {
			problem,
			example: digestExample
		};
		return { value: {
			digest: digest.value,
			changes
		} };
	};
}
function fieldReader(item, index, problems) {
	return (name, parse) => {
		const found = property(item, name);
		const { value, problem } = parse(typeof found === "string" ? found : "");
		if (value !== void 0 && value === found) return value;
		const wrong = found === void 0 || typeof found === "string" ? problem ?? `must be ${JSON.stringify(value)}` : "is not text";
		problems.push(`is a plan whose changes[${index}].${name} ${wrong}`);
	};
}
const parseApproved = createApprovedReader({
	parseDigest,
	readChange: (read) => {
		const target = read("target", parseTargetName);
		const accountId = read("account_id", parseAccountId);
		const region = read("region", parseRegion);
		const asn = read("asn", (text) => parseAsn(text, { specialUse: "accept" }));
		const cidr = read("cidr", (text) => parseCidr(text, { specialUse: "accept" }));
		const state = read("state", parseState);
		const step = read("step", parseStep);
		return target && accountId && region && asn && cidr && state && step ? {
			target,
			accountId,
			region,
			asn,
			cidr,
			state,
			step
		} : void 0;
	},
	nameOf: associationText,
	digestOf: (changes) => digestOf(changes.filter(({ step }) => isChange(step)))
});
function parseState(text) {
	if (/^[!-~][ -~]{0,99}$/.test(text)) return { value: text };
	return {
		problem: "is not 1 to 100 plain characters",
		example: "absent"
	};
}
const parseStep = stepParser([
	"associate",
	"disassociate",
	"wait",
	"keep",
	"refuse"
]);
function stepParser(steps) {
	return (text) => {
		const value = steps.find((step) => step === text);
		const problem = `is not one of ${steps.join(", ")}`;
		return value ? { value } : {
			problem,
			example: "associate"
		};
	};
}
function repeatedKeyProblem(text) {
	const key = findRepeatedKey(text);
	return key === void 0 ? void 0 : `is a plan with the key ${JSON.stringify(key)} twice in one object`;
}
function repeatedNameProblem(names) {
	const repeated = names.find((name, index) => names.indexOf(name) < index);
	return repeated === void 0 ? void 0 : `is a plan that lists ${repeated} twice`;
}
// src/inputs/role-inputs.ts
function checkRole({ check, env, form }, region) {
	const arns = check("role-to-assume", (text) => parseRoles(text, form === "file" ? parseRoleArn : (arn) => parseEntryRole(arn, region)));
	const source = check("role-chaining", (text) => parseRoleSource(text, arns.value));
	const isChained = arns.value && (arns.value.length > 1 || source.value === "default-chain");
	return mapParsed(combine({
		arns,
		source,
		externalId: check("role-external-id", optional((text) => parseExternalId(text, isChained))),
		audience: check("audience", (text) => parseAudience(text, region)),
		sessionName: check("role-session-name", (text) => parseSessionName(text, env)),
		durationSeconds: check("role-duration-seconds", (text) => parseDuration(text, isChained))
	}), ({ arns, ...rest }) => {
		const arn = arns.at(-1);
		return arn === void 0 ? void 0 : {
			arn,
			via: arns.slice(0, -1),
			...rest
		};
	});
}
function parseRoles(text, parseArn) {
	if (text === "" || text.includes("\n")) return parseList(text, parseArn, "\n");
	return mapParsed(parseArn(text), (arn) => [arn]);
}
function parseRoleSource(text, roles) {
	const parsed = booleanAs("default-chain", "id-token")(text);
	if (parsed.value !== "default-chain" || roles?.length !== 0) return parsed;
	return {
		problem: "needs role-to-assume",
		example: "false"
	};
}
function parseExternalId(text, isChained) {
	if (isChained === false) return {
		problem: "needs several roles, or role-chaining: true; an ID token takes no external ID",
		example: "(left out)"
	};
	return parseMatch(text, /^[\w+=,.@:/-]{2,1224}$/, "must be 2 to 1224 letters, digits or any of +=,.@:/_-", "network-team-7Q2");
}
function parseDuration(text, isChained) {
	if (!isChained) return countOr(900, 900, 43200)(text);
	const parsed = countOr(900, 900, 3600)(text);
	return parsed.problem === void 0 ? parsed : {
		...parsed,
		problem: `${parsed.problem} with role chaining`
	};
}
function parseEntryRole(text, region) {
	const parsed = parseRoleArn(text);
	if (parsed.problem !== void 0) return parsed;
	if (!needsAccount(text)) return checkPartition(text, region);
	return {
		problem: "has {account}, which only works with config: a target of the file gives the account",
		example: "arn:aws:iam::111122223333:role/byoasn-apply"
	};
}
function parseAudience(text, region) {
	const example = audienceOf(region);
	if (/\s/.test(text)) return refuse$1(text, "has a space inside", example);
	return text.length > 255 ? tooLong(255, example) : { value: text };
}
function parseSessionName(text, env) {
	const defaultName = `byoasn-${env.GITHUB_RUN_ID || "local"}-${env.GITHUB_RUN_ATTEMPT || "1"}`;
	return parseMatch(text || defaultName, /^[\w+=,.@-]{2,64}$/, "must be 2 to 64 letters, digits or any of +=,.@_-", "byoasn-apply");
}
// src/inputs/inputs.ts
function onlyReads({ mode, permissionCheck }) {
	return mode === "plan" && permissionCheck === "skip";
}
function withdrawsOnly({ source, mode }) {
	if (mode === "plan" || source.form === "file") return false;
	const routes = source.target.routes ?? [];
	return routes.length > 0 && routes.every(({ origin }) => origin === "none");
}
function createReader(checkInputs) {
	return (read, env, workspace) => {
		const lines = [];
		const invalid = [];
		const check = (name, parse) => {
			const text = read(name);
			const parsed = parse(text);
			if (parsed.problem !== void 0) {
				const seen = text === "" ? "" : ` ${quote(text)}`;
				lines.push(`${name}:${seen} ${parsed.problem}. Example: ${name}: ${parsed.example}`);
				invalid.push(name);
			}
			return parsed;
		};
		const { value } = combine(checkInputs({
			check,
			form: read("config") === "" ? "inputs" : "file",
			env,
			workspace
		}));
		const proxyProblems = readProxies(env).problems;
		if (value && invalid.length === 0 && proxyProblems.length === 0) return value;
		throw new Failure("invalid-input", countInvalid(invalid, proxyProblems), { lines: [...lines, ...proxyProblems] });
	};
}
const readInputs = createReader((reading) => {
	const { check, form } = reading;
	const specialUse = check("allow-special-use", booleanAs("accept", "refuse"));
	const { source, region } = form === "inputs" ? checkAssociation(reading, specialUse.value) : checkFile(reading, [
		"asn",
		"cidr",
		"aws-region"
	]);
	const approved = check("expected-plan", (text) => parseExpectedPlan(text, parseApproved));
	return {
		...checkCommon(reading, region),
		action: { value: "associations" },
		source,
		specialUse,
		expectedPlan: mapParsed(approved, (plan) => plan?.digest),
		approvedChanges: mapParsed(approved, (plan) => plan?.changes),
		allowRemove: check("allow-remove", booleanWithFile(form)),
		unmanaged: check("unmanaged", parseUnmanaged),
		allCidrs: check("all-cidrs", booleanWithFile(form)),
		onFailure: check("fail-fast", booleanAs("stop", "continue")),
		until: check("wait", booleanAs("end-state", "accepted")),
		verify: { value: {
			policy: "off",
			timeoutSeconds: 0
		} }
	};
});
function checkCommon(reading, region) {
	const { check } = reading;
	return {
		mode: check("dry-run", booleanAs("plan", "apply")),
		permissionCheck: check("permission-check", booleanAs("ask", "skip")),
		role: checkRole(reading, region),
		sessionPolicy: check("session-policy", booleanAs("attach", "leave out")),
		allowedAccountIds: check("allowed-account-ids", parseAccountIds),
		maxChanges: check("max-changes", optional(parseCount(0, 999999, 10))),
		rpki: checkRpki(reading),
		ipamRegion: check("ipam-region", optional(parseRegion)),
		concurrency: check("concurrency", countOr(4, 1, 64)),
		waitTimeoutSeconds: check("wait-timeout-seconds", countOr(900, 1, 21600)),
		environment: check("environment", optional(parseEnvironmentName)),
		comment: checkComment(reading),
		summary: check("summary", parseBoolean)
	};
}
function checkAssociation(reading, specialUse = "refuse") {
	return checkEntry(reading, mapParsed(combine({
		asn: reading.check("asn", (text) => parseAsn(text, { specialUse })),
		cidr: reading.check("cidr", (text) => parseCidr(text, { specialUse }))
	}), (pair) => ({ associations: [{
		...pair,
		note: "",
		location: void 0
	}] })));
}
function checkEntry({ check, env }, entries) {
	const region = check("aws-region", (text) => parseRegionInput(text, env));
	check("target", mustBeEmpty("only works with config"));
	return {
		source: mapParsed(combine({
			region,
			entries
		}), ({ region, entries }) => {
			return {
				form: "inputs",
				target: {
					name: region,
					accountId: void 0,
					region,
					...entries
				}
			};
		}),
		region: region.value ?? ""
	};
}
function checkFile({ check, env, workspace }, others) {
	const path = check("config", (text) => parseConfigPath(text, env, workspace));
	const only = check("target", parseTargets);
	const cannotCombine = mustBeEmpty("cannot be combined with config, which has its own");
	for (const name of others) check(name, cannotCombine);
	return {
		source: mapParsed(combine({
			path,
			only
		}), (file) => ({
			form: "file",
			...file
		})),
		region: ""
	};
}
function checkRpki({ check }) {
	const source = check("rpki", parseRpkiSource);
	const isOff = source.problem === void 0 && source.value === void 0;
	return mapParsed(combine({
		source,
		policy: check("rpki-policy", (text) => parseRpkiPolicy(text, isOff)),
		maxAgeHours: check("rpki-max-age", countOr(24, 1, 8760))
	}), ({ source, ...rest }) => source && {
		source,
		...rest
	});
}
function checkComment({ check }) {
	const create = check("comment", parseComment);
	const pullNumber = check("pr-number", optional(parsePullNumber));
	return mapParsed(combine({
		create,
		token: check("github-token", (text) => parseToken(text, create.value !== void 0)),
		pullNumber
	}), ({ create, ...rest }) => create && {
		create,
		...rest
	});
}
function countInvalid(inputs, proxyProblems) {
	const kinds = {
		input: inputs,
		"environment variable": proxyProblems.map((problem) => problem.replace(/:.*/s, ""))
	};
	return Object.entries(kinds).flatMap(([kind, names]) => {
		const count = names.length === 1 ? `1 ${kind} is` : `${names.length} ${kind}s are`;
		return names.length === 0 ? [] : `${count} invalid: ${names.join(", ")}`;
	}).join("; ");
}
// src/report/words.ts
const words = {
	associations: {
		title: "BYOASN",
		entry: "association",
		desired: "ASN"
	},
	routes: {
		title: "BYOASN routes",
		entry: "route",
		desired: "Origin"
	}
};
// src/report/input-lines.ts
const defaultChain = "credentials of the AWS SDK's default chain";
function inputLines(inputs, targets) {
	const { action, source, mode, role, specialUse, expectedPlan, maxChanges, unmanaged } = inputs;
	const ipamRegions = targets.map(({ ipamRegion = inputs.ipamRegion }) => ipamRegion);
	const verb = action === "routes" || inputs.allowRemove ? "changes" : "creates";
	return [
		...source.form === "file" ? [`file ${source.path}`] : [],
		...targets.flatMap((target) => targetLines(target, inputs)),
		mode === "plan" ? "dry run: changes nothing" : "apply",
		...role ? roleLines(role, inputs) : [defaultChain],
		...specialUse === "accept" ? ["special-use ASNs and prefixes are accepted"] : [],
		...[...new Set(ipamRegions)].flatMap((region) => region === void 0 ? [] : [ipamText(region, inputs)]),
		...unmanaged === "fail" ? ["unmanaged associations fail the run"] : [],
		...expectedPlan === void 0 ? [] : [`approved plan: ${expectedPlan}`],
		...inputs.allowRemove ? ["removes associations that have remove: true in the file"] : [],
		...maxChanges === void 0 ? [] : [`${verb} at most ${countNoun(maxChanges, words[action].entry)}`],
		...action === "routes" && mode === "apply" ? [verifyText(inputs.verify)] : []
	];
}
function ipamText(region, { action }) {
	return action === "routes" ? `origins are read from the IPAM in ${region}` : `ASNs must be listed by the IPAM in ${region}`;
}
function verifyText({ policy, timeoutSeconds }) {
	if (policy === "off") return "route collectors are not asked";
	return `the run ${policy === "warn" ? "warns" : "fails"} if route collectors do not show a changed origin within ${timeoutSeconds} s`;
}
function roleLines(role, inputs) {
	const [first = "", ...others] = arnsOf(role);
	return [
		`role ${first}, assumed with ${role.source === "id-token" ? "GitHub's OIDC token" : defaultChain}`,
		...others.map((arn) => `role ${arn}, assumed with the session of the previous role`),
		inputs.sessionPolicy === "attach" ? `session policy: this run may only ${sessionCalls(inputs)}` : "no session policy: this run may do whatever the role may do"
	];
}
function sessionCalls(inputs) {
	if (onlyReads(inputs)) return "read";
	if (inputs.action === "routes") return withdrawsOnly(inputs) ? "read and withdraw" : "read, advertise and withdraw";
	return inputs.allowRemove ? "read, associate and disassociate" : "read and associate";
}
function targetLines({ name, accountId, region, associations, routes = [] }, { action, source }) {
	if (source.form === "inputs") return [
		...associations.map((each) => `associate ${associationText(each)}`),
		...routes.map((each) => `route ${routeText(each)}`),
		`Region ${region}`
	];
	return [`target ${name}: account ${accountId}, Region ${region}, ${countNoun((action === "routes" ? routes : associations).length, words[action].entry)}`];
}
// src/report/warnings.ts
function planWarnings(plan, inputs) {
	const { changes, unmanaged, unmanagedCidrs = [] } = plan;
	const all = [
		...changes.flatMap(asnWarnings),
		...changes.flatMap(rpkiWarnings),
		...inputs.unmanaged === "warn" ? [...unmanaged.map((each) => ({
			text: unmanagedText(each),
			location: each.location
		})), ...unmanagedCidrs.map((each) => ({ text: unmanagedCidrText(each) }))] : []
	];
	return [...new Map(all.map((warning) => [warning.text, warning])).values()];
}
function planAnnotations(plan, inputs) {
	const warnings = planWarnings(plan, inputs);
	const more = warnings.length - 9;
	const rest = more > 0 ? [{ text: `and ${more} more, in the plan above` }] : [];
	return [...warnings.slice(0, 9), ...rest];
}
function asnWarnings(change) {
	const { location } = entryOf$1(change);
	return change.evidence.filter(({ grade }) => grade === "not found").map(({ text }) => ({
		text: `ASN not found in IPAM: ${entryText(change)}. ${text}`,
		location
	}));
}
function rpkiWarnings(change) {
	const { state, warnings = [] } = change.rpki ?? {};
	const location = state === "unread" ? void 0 : entryOf$1(change).location;
	return warnings.map((text) => ({
		text,
		location
	}));
}
// src/run.ts
async function run(context, action) {
	const runState = createRunState(action.name);
	const runEnd = new AbortController();
	const cancelled = AbortSignal.any([context.cancelled, runEnd.signal]);
	const result = await untilAborted(cancelled, runStages({
		...context,
		cancelled,
		clock: clockUntil(cancelled, context.clock)
	}, action, runState)).catch(asFailure);
	runEnd.abort(new Failure("cancelled", "The run has ended"));
	context.log.close();
	return runState.finish(result);
}
async function runStages(context, action, runState) {
	const { log, clock } = context;
	const startedAt = clock.now();
	const elapsed = () => elapsedText(clock.now() - startedAt);
	const inputs = action.readInputs(context.readInput, context.env, context.workspace);
	runState.start(inputs);
	const targets = (await loadTargets(inputs, context.readFile)).filter((target) => action.entriesOf(target).length > 0);
	runState.addEntries(targets.flatMap(action.initialOutcomes));
	log.group("Inputs");
	log.lines(inputLines(inputs, targets));
	log.group("Credentials");
	const bounded = {
		...context,
		deadline: startDeadline(clock, inputs.waitTimeoutSeconds)
	};
	const connected = await connectTargets(targets, inputs, bounded, action, runState);
	if (connected === "offline") return "fork-no-credentials";
	const failure = summarizeFailures(runState.pairs(), inputs);
	if (failure) return failure;
	const withoutEvidence = await action.makePlan(connected, inputs, bounded);
	runState.setPlan(withoutEvidence);
	const plan = await action.addEvidence(withoutEvidence, inputs, bounded);
	runState.setPlan(plan);
	for (const { title, lines } of planGroups(plan)) {
		log.group(title);
		log.lines(lines);
	}
	for (const { text, location } of planAnnotations(plan, inputs)) log.warning(text, location);
	action.checkPlan(plan, inputs);
	log.group(inputs.mode === "plan" ? "Dry run" : "Apply");
	const contextOf = (target) => withLogPrefix(bounded, target, connected.length);
	await action.apply(plan, {
		connected,
		inputs,
		context: bounded,
		contextOf,
		runState,
		elapsed
	});
	return action.conclude(runState.pairs(), inputs);
}
async function connectTargets(targets, inputs, context, action, runState) {
	const connected = new Map();
	const setFailures = (pairs, failure) => {
		for (const pair of pairs) runState.update(entryOf$1(pair), { failure });
	};
	let missingCredentials;
	await forEachConcurrent(targets, inputs.concurrency, async (target) => {
		const onAccountId = (accountId) => runState.setAccount(target, accountId);
		const own = withLogPrefix(context, target, targets.length);
		try {
			endpointOf(target, inputs);
			if (missingCredentials) return;
			connected.set(target, await connectTarget(target, inputs, action, own, onAccountId));
		} catch (error) {
			const failure = asFailure(error);
			if (expectsNoCredentials(failure, inputs, context.github)) missingCredentials = failure;
			setFailures(action.initialOutcomes(target), failure);
		}
	});
	const isExpected = ({ failure }) => failure !== void 0 && expectsNoCredentials(failure, inputs, context.github);
	setFailures(runState.pairs().filter(isExpected), void 0);
	if (!missingCredentials || runState.hasFailed()) return targets.flatMap((target) => connected.get(target) ?? []);
	context.log.notice(`${missingCredentials.message}. Only the offline checks ran; AWS was not contacted.`);
	return "offline";
}
function expectsNoCredentials({ reason }, { mode, role }, github) {
	if (!github || mode === "apply" || reason !== "no-credentials") return false;
	return github.trigger !== "repository" && !(role?.source === "id-token" && github.idToken);
}
function withLogPrefix(context, { name }, targets) {
	if (targets === 1) return context;
	const line = (text) => context.log.line(`${name}: ${text}`);
	return {
		...context,
		log: {
			...context.log,
			line
		}
	};
}
// src/action/log.ts
function createLog(redact) {
	let hasGroup = false;
	const batch = batchWrites();
	const close = () => {
		if (hasGroup) (0,dependencies.un)();
		hasGroup = false;
	};
	return {
		close,
		group: (title) => {
			close();
			(0,dependencies.vn)(plainLine(redact(title)));
			hasGroup = true;
		},
		line: (text) => {
			batch();
			(0,dependencies.pn)(logLine(redact(text)));
		},
		lines: (texts) => {
			if (texts.length > 0) (0,dependencies.pn)(texts.map((text) => logLine(redact(text))).join("\n"));
		},
		notice: (text) => (0,dependencies.mn)(plainLine(redact(text))),
		warning: (text, location) => {
			const at = location && {
				file: location.file,
				startLine: location.line,
				startColumn: location.column
			};
			(0,dependencies.yn)(plainLine(redact(text)), at);
		}
	};
}
function batchWrites() {
	let isBatching = false;
	return () => {
		if (isBatching) return;
		isBatching = true;
		process.stdout.cork();
		setImmediate(() => {
			isBatching = false;
			process.stdout.uncork();
		});
	};
}
// src/inputs/links.ts
function readLinks(env, payload) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
	const pull = property(payload, "pull_request");
	const head = property(property(pull, "head"), "sha");
	const number = property(pull, "number");
	const commit = typeof head === "string" ? head : env.GITHUB_SHA;
	const base = server && repository ? `${server}/${repository}` : void 0;
	return {
		run: base && id ? `${base}/actions/runs/${id}` : void 0,
		files: base && commit ? `${base}/blob/${commit}/` : void 0,
		commit,
		pullRequest: base && typeof number === "number" ? {
			number,
			url: `${base}/pull/${number}`
		} : void 0,
		isOnDefaultBranch: isOnDefaultBranch(env, payload),
		actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || void 0,
		approvers: []
	};
}
function isOnDefaultBranch(env, payload) {
	const branch = property(property(payload, "repository"), "default_branch");
	return ["push", "workflow_dispatch"].includes(env.GITHUB_EVENT_NAME ?? "") && env.GITHUB_REF === `refs/heads/${branch}`;
}
// src/plan/verdict.ts
function refuse(refusal, why) {
	return {
		step: "refuse",
		why,
		refusal
	};
}
// src/plan/association-rules.ts
const unknown = refuse("unknown-state", "its state in AWS is not clear");
const stepToCreate = {
	absent: {
		step: "associate",
		why: "not associated yet"
	},
	disassociated: {
		step: "associate",
		why: "an earlier association was disassociated"
	},
	"failed-association": {
		step: "associate",
		why: "a new attempt, because an earlier one failed"
	},
	"pending-association": {
		step: "wait",
		why: "the association is pending"
	},
	associated: {
		step: "keep",
		why: "already associated"
	},
	advertised: {
		step: "keep",
		why: "already associated, and advertised"
	},
	"pending-disassociation": refuse("association-busy", "a disassociation is pending"),
	"failed-disassociation": refuse("association-busy", "a disassociation failed"),
	unknown
};
const stepToRemove = {
	absent: {
		step: "keep",
		why: "AWS lists no association"
	},
	disassociated: {
		step: "keep",
		why: "already disassociated"
	},
	associated: {
		step: "disassociate",
		why: "associated"
	},
	"failed-association": {
		step: "disassociate",
		why: "the association failed"
	},
	"failed-disassociation": {
		step: "disassociate",
		why: "a new attempt, because an earlier disassociation failed"
	},
	"pending-disassociation": {
		step: "wait",
		why: "the disassociation is pending"
	},
	"pending-association": refuse("association-busy", "the association is pending"),
	advertised: refuse("asn-in-use", "the CIDR is advertised from this ASN"),
	unknown
};
function decideStep(observed) {
	return findVerdict(observed, stepToCreate);
}
function decideRemoval(observed, cidr) {
	const verdict = findVerdict(observed, stepToRemove);
	if (verdict.step !== "disassociate") return verdict;
	const { state, origin = "unknown" } = cidr;
	const use = `the CIDR is ${state}${state === "advertised" ? ` from ${originText(origin)}` : ""}`;
	if (!isProvenUnused(observed.asn, cidr)) return refuse("asn-in-use", use);
	return {
		...verdict,
		why: `${verdict.why}, and ${use}`
	};
}
function isProvenUnused(asn, { state, origin = "unknown" }) {
	if (state !== "advertised") return state === "provisioned";
	return origin === "AWS" || /^\d+$/.test(origin) && origin !== asn;
}
function findVerdict({ state, statusMessage }, table) {
	if (!isKnown$1(state)) return refuse("unknown-state", `AWS shows the state ${state}, which this version does not know`);
	const verdict = table[state];
	if (!(state.startsWith("failed-") || state === "unknown") || statusMessage === "") return verdict;
	return {
		...verdict,
		why: `${verdict.why}: ${statusMessage}`
	};
}
function isKnown$1(state) {
	return Object.hasOwn(stepToCreate, state);
}
// src/plan/cidr-phase.ts
const phases = {
	provisioned: "provisioned",
	advertised: "advertised",
	"pending-advertising": "advertising",
	"pending-withdrawal": "withdrawing",
	"provisioned-not-publicly-advertisable": "never advertised",
	"pending-provision": "not ready",
	"failed-provision": "not ready",
	"pending-deprovision": "not ready",
	"failed-deprovision": "not ready",
	deprovisioned: "not ready"
};
function cidrPhase(state) {
	return isKnown(state) ? phases[state] : "unknown";
}
function isKnown(state) {
	return Object.hasOwn(phases, state);
}
// src/plan/cidr-rules.ts
function refuseCidr(listed) {
	const wrongType = refuseType(listed);
	if (wrongType) return wrongType;
	const { cidr, state, statusMessage } = listed;
	switch (cidrPhase(state)) {
		case "provisioned":
		case "advertised":
		case "advertising":
		case "withdrawing": return;
		case "never advertised": return refuse("cidr-not-eligible", `${cidr} is ${state}`);
		case "not ready": return refuse("cidr-not-ready", `${cidr} is ${state}${suffix(statusMessage)}`);
		case "unknown": return refuse("unknown-state", `AWS shows ${cidr} in the state ${state}, which this version does not know`);
	}
}
function suffix(statusMessage) {
	return statusMessage === "" ? "" : `: ${statusMessage}`;
}
function refuseType({ cidr, advertisementType: type }) {
	if (type === "" || type === "unicast") return void 0;
	return refuse("cidr-not-eligible", `${cidr} is ${type}; only a unicast CIDR can be advertised from your ASN`);
}
function refuseContradiction(pair, cidrs) {
	const texts = findContradiction(cidrs, pair);
	if (texts.length === 0) return void 0;
	return refuse("unknown-state", `AWS lists ${pair.cidr} more than once, with differences: ${texts.join("; ")}`);
}
function refuseAsn({ asn }, { asns, ipamRegion }) {
	if ("unread" in asns) return void 0;
	const listed = asns.filter((item) => item.asn === asn);
	const [first] = listed;
	if (!first) return refuseMissingAsn(asn, asns, ipamRegion);
	if (listed.some(({ state }) => state === "provisioned")) return void 0;
	return refuse("asn-not-provisioned", `IPAM shows AS${asn} as ${first.state}${suffix(first.statusMessage)}`);
}
function refuseMissingAsn(asn, asns, ipamRegion) {
	const isHome = ipamRegion !== void 0;
	const unreadable = asns.find((item) => canonicalAsn(item.asn) === void 0 && (isHome || item.state !== "provisioned"));
	if (unreadable) return refuse("unknown-state", `IPAM shows the ASN ${JSON.stringify(unreadable.asn)}, which cannot be read and may be AS${asn}, as ${unreadable.state}`);
	if (!isHome) return void 0;
	return refuse("asn-not-provisioned", `the IPAM in ${ipamRegion} lists ${asns.length === 0 ? "no ASN" : `${listAsns(asns)}, and not AS${asn}`}`);
}
const maxListed$1 = 10;
function listAsns(asns) {
	return joinFirst([...new Set(asns.map(({ asn }) => `AS${asn}`))], maxListed$1);
}
function refuseMissingCidr(cidr, cidrs) {
	return refuse("cidr-not-found", `AWS does not list ${cidr} in this account and Region${listedText(listOverlapping(cidrs, cidr), cidrs)}`);
}
function listedText(related, cidrs) {
	if (cidrs.length === 0) return ", nor any other BYOIP CIDR: is the Region right?";
	const text = `; it lists ${(related.length > 0 ? related : cidrs.map(({ cidr }) => cidr)).slice(0, maxListed$1).join(", ")}`;
	return related.length > 0 ? `${text}: use the CIDR exactly as provisioned` : text;
}
// src/plan/evidence.ts
function gatherEvidence(association, { specialUse }, observed, region, step) {
	const use = specialUse === "refuse" ? " and of public use" : "; special use is accepted";
	const { ipamRegion } = observed;
	const call = `DescribeIpamByoasn${ipamRegion === void 0 ? "" : ` in ${ipamRegion}`}`;
	const { grade, text } = asnEvidence(association, observed, region, step);
	return [
		{
			grade: "checked offline",
			text: `the ASN and the CIDR are well-formed${use}`
		},
		{
			grade: "read",
			text: `DescribeByoipCidrs: ${cidrText$1(association, observed)}`
		},
		{
			grade,
			text: `${call}: ${text}`
		}
	];
}
function cidrText$1(association, { cidrs }) {
	const { asn, cidr } = association;
	const listed = findCidr(cidrs, cidr);
	const { state, statusMessage } = findAssociation(cidrs, association);
	if (listed) return `${cidr} is ${listed.state}, its association with AS${asn} is ${state}`;
	return `${cidr} is not listed${state === "absent" ? "" : ` clearly: ${statusMessage}`}`;
}
function asnEvidence({ asn }, { asns, ipamRegion }, region, step) {
	const advice = step === "associate" ? `. It is not known whether AS${asn} is yours: set ipam-region to the home Region of the IPAM` : "";
	if ("unread" in asns) return {
		grade: "not read",
		text: `${asns.unread}${advice}`
	};
	const states = asns.filter((item) => item.asn === asn).map(({ state }) => state);
	if (states.length > 0) return {
		grade: "read",
		text: `AS${asn} is ${states.join(", ")}`
	};
	const unreadable = asns.find((item) => canonicalAsn(item.asn) === void 0);
	if (unreadable) return {
		grade: "read",
		text: `${JSON.stringify(unreadable.asn)}, which cannot be read and may be AS${asn}, is ${unreadable.state}`
	};
	if (step === "associate" && asns.length > 0) return {
		grade: "not found",
		text: `AS${asn} is not listed, but ${listAsns(asns)} in ${region}. Correct it if it is a typo; set ipam-region if the IPAM of another Region has it`
	};
	return {
		grade: "read",
		text: `AS${asn} is not listed${ipamRegion === void 0 ? ", which is normal outside the IPAM's home Region" : ""}${advice}`
	};
}
// src/plan/plan.ts
function makePlan(observations, options) {
	const inOrder = observations.toSorted((a, b) => compareText(a.target.name, b.target.name));
	const changes = inOrder.flatMap((observation) => planTarget(observation, options));
	return {
		changes,
		unmanaged: inOrder.flatMap(findUnmanaged),
		unmanagedCidrs: options.allCidrs ? inOrder.flatMap(findUnmanagedCidrs) : void 0,
		digest: digestOfChanges(changes)
	};
}
function changesOf(plan, target) {
	return plan.changes.filter((change) => change.target === target);
}
function listChanges({ changes }) {
	return changes.filter(({ step }) => isChange(step));
}
function hasChanges(plan) {
	return listChanges(plan).length > 0;
}
function countPlan(plan, action = "associations") {
	const { changes = [], unmanagedCidrs: cidrs } = plan ?? {};
	const count = (wanted) => changes.filter(({ step }) => step === wanted).length;
	const removed = count("disassociate");
	return {
		...Object.fromEntries(stepsOf[action].map((step) => [step, count(step)])),
		...removed === 0 ? {} : { disassociate: removed },
		...action === "associations" ? { unmanaged: plan?.unmanaged.length ?? 0 } : {},
		...cidrs === void 0 ? {} : { unmanaged_cidrs: cidrs.length }
	};
}
function cidrsToTrace({ target, observed }) {
	const removals = target.associations.filter((association) => association.remove && decidePair(association, observed, "AWS").step === "disassociate");
	const names = new Set(removals.map(({ cidr }) => cidr));
	return observed.cidrs.filter(({ cidr, state }) => names.has(cidr) && state === "advertised");
}
function planTarget({ target, observed, origins }, policy) {
	return sortAssociations(target.associations).map((association) => {
		const { state: before, statusMessage } = findAssociation(observed.cidrs, association);
		const traced = association.remove ? origins?.get(association.cidr) : void 0;
		const origin = traced?.isOld ? "unknown" : traced?.origin;
		const verdict = decidePair(association, observed, origin);
		return {
			target,
			association,
			before,
			statusMessage,
			cidrState: findCidr(observed.cidrs, association.cidr)?.state ?? "not listed",
			...verdict,
			...origin === void 0 ? {} : { origin },
			evidence: [...gatherEvidence(association, policy, observed, target.region, verdict.step), ...traced?.evidence ?? []]
		};
	});
}
function decidePair(association, observed, origin) {
	const listed = findCidr(observed.cidrs, association.cidr);
	const found = findAssociation(observed.cidrs, association);
	const { remove } = association;
	if (!remove && !listed && found.state === "absent") return refuseMissingCidr(association.cidr, observed.cidrs);
	const contradiction = refuseContradiction(association, observed.cidrs);
	if (contradiction) return contradiction;
	if (remove) return decideRemoval(found, {
		state: listed?.state ?? "not listed",
		origin
	});
	const verdict = decideStep(found);
	if (!listed || verdict.step === "refuse") return verdict;
	const unfit = refuseCidr(listed);
	if (verdict.step === "associate") return unfit ?? refuseAsn(association, observed) ?? verdict;
	if (unfit === void 0 || unfit.refusal === "unknown-state") return verdict;
	return {
		...unfit,
		why: `${verdict.why}, but ${unfit.why}`
	};
}
function findUnmanaged({ target, observed }) {
	return [...Map.groupBy(target.associations, ({ cidr }) => cidr)].flatMap(([cidr, desired]) => {
		const asns = new Set(desired.map(({ asn }) => asn));
		return listAssociations(observed.cidrs, cidr).filter(({ asn, state }) => state !== "disassociated" && !asns.has(asn)).map(({ asn, state }) => ({
			target,
			asn,
			cidr,
			state,
			location: desired[0]?.location
		}));
	}).toSorted((a, b) => compareText(a.cidr, b.cidr) || compareText(a.asn, b.asn));
}
function findUnmanagedCidrs({ target, observed: { cidrs } }) {
	const desired = new Set(target.associations.map(({ cidr }) => cidr));
	return listCidrs(cidrs).filter((cidr) => !desired.has(cidr)).map((cidr) => ({
		target,
		cidr,
		state: findCidr(cidrs, cidr)?.state ?? "unknown",
		asns: listAssociations(cidrs, cidr).filter(({ state }) => state !== "disassociated").map(({ asn }) => asn)
	})).filter(({ state }) => state !== "deprovisioned").toSorted((a, b) => compareText(a.cidr, b.cidr));
}
function sortAssociations(associations) {
	return associations.map((association) => ({
		association,
		key: sortKey(association)
	})).sort((a, b) => compareText(a.key, b.key)).map(({ association }) => association);
}
function sortKey({ asn, cidr }) {
	const range = rangeOfCidr(cidr);
	const first = range.first.toString(16).padStart(32, "0");
	const length = String(prefixLength(range)).padStart(3, "0");
	return [
		range.family,
		first,
		length,
		asn.padStart(10, "0")
	].join(" ");
}
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// src/report/fit-page.ts
const inFull = Number.POSITIVE_INFINITY;
const maxItems = 2e4;
function fitPage(page, fits) {
	const steps = [...[
		0,
		1,
		2
	].map((step) => () => renderPage(page, step, inFull)), () => renderPage(page, 3, maxItems)];
	for (const render of steps) {
		const text = render();
		if (fits(text)) return text;
	}
	let [most, over] = [0, maxItems];
	while (over - most > 1) {
		const middle = Math.floor((most + over) / 2);
		if (fits(renderPage(page, 3, middle))) most = middle;
		else over = middle;
	}
	if (most > 0) return renderPage(page, 3, most);
	const rest = "The log of the run";
	return `${joinParts([page.least, leftOutText({
		...page,
		rest
	}, 3, 0)])}\n`;
}
function renderPage(page, step, count) {
	const render = (parts) => parts.filter((part) => !isDropped(part, step)).map(({ text }) => text(count));
	const leftOut = leftOutText(page, step, count);
	return `${joinParts([
		...render(page.head),
		leftOut,
		...render(page.body)
	])}\n`;
}
function isDropped({ droppedAt }, step) {
	return droppedAt !== void 0 && droppedAt <= step;
}
function leftOutText({ head, body, rest }, step, count) {
	const texts = [...head, ...body].toSorted((a, b) => (a.droppedAt ?? 4) - (b.droppedAt ?? 4)).flatMap((part) => part.droppedAt === void 0 || isDropped(part, step) ? part.leftOut?.(count) ?? [] : []);
	if (texts.length === 0) return "";
	return `**Shortened.** Left out: ${[...new Set(texts)].join(", ")}. ${rest} has more.`;
}
function joinParts(texts) {
	return texts.filter((text) => text !== "").join("\n\n");
}
function fixedPart(text) {
	return { text: () => text };
}
function foldPart(name, droppedAt, title, text, isOpen = false) {
	return {
		text: () => text === "" ? "" : markdownFold(title, text, isOpen),
		leftOut: () => text === "" ? [] : [name],
		droppedAt
	};
}
function countLeft(count, noun) {
	return count > 0 ? [countNoun(count, noun)] : [];
}
// src/report/failures.ts
function groupFailures({ failure: runFailure, pairs }) {
	const failed = pairs.filter(({ failure }) => failure && failure !== runFailure);
	return [...Map.groupBy(failed, groupKey).values()].flatMap((members) => {
		const failure = members[0]?.failure;
		return failure ? [{
			failure,
			pairs: members
		}] : [];
	});
}
function groupKey(pair) {
	const { failure, target: { accountId, region } } = pair;
	const message = failure?.message.replaceAll(entryText(pair), "");
	const rest = failure?.code === void 0 ? message : [accountId, region];
	return JSON.stringify([{
		...failure,
		requestId: void 0
	}, rest]);
}
function failurePart(failure, groups) {
	const isSummary = groups.some((group) => group.failure === failure.cause);
	const text = {
		head: markdownAlert("CAUTION", [`<b>${markdownText(failure.message)}</b> (${markdownCode(failure.reason)})`]),
		lines: isSummary ? [] : failure.lines,
		pairs: [],
		tail: isSummary ? [] : likelyText(failure)
	};
	return {
		text: (count) => formatFailure(text, count),
		leftOut: (count) => linesLeft([text], count)
	};
}
function groupsPart({ action, failure }, groups) {
	const texts = groups.map((group, index) => groupText(group, index + 1, failure));
	const countPairs = (some, most) => some.reduce((sum, { pairs }) => sum + Math.min(most, pairs.length), 0);
	return {
		text: (count) => joinParts(texts.slice(0, count).map((text) => formatFailure(text, count))),
		leftOut: (count) => {
			const visible = texts.slice(0, count);
			const pairs = countPairs(texts, Number.POSITIVE_INFINITY) - countPairs(visible, count);
			return [
				...countLeft(texts.length - count, "failure"),
				...countLeft(pairs, `failed ${words[action].entry}`),
				...linesLeft(visible, count)
			];
		}
	};
}
function linesLeft(texts, count) {
	return texts.some(({ lines }) => lines.length > count) ? ["lines of failures"] : [];
}
const maxRows = 15;
function isLarge({ pairs }) {
	return pairs.length > maxRows;
}
function groupText({ failure, pairs }, number, runFailure) {
	const code = failure.code === void 0 ? [] : [markdownCode(failure.code)];
	const facts = [
		markdownCode(failure.reason),
		...code,
		countEntries(pairs.length, pairs)
	];
	const isExample = pairs.some((pair) => pair.failure !== failure);
	const message = failure.message.replace(/(Encoded authorization failure message): \S+/, "$1: see the log.");
	const next = `**Next for failure ${number}:** ${markdownText(failure.next)}`;
	return {
		head: `**Failure ${number}** (${facts.join(", ")}): ${isExample ? "the first one: " : ""}${markdownText(message)}`,
		lines: failure.lines,
		pairs: isLarge({ pairs }) ? pairs : [],
		tail: [...likelyText(failure), ...failure.next === runFailure?.next ? [] : [next]]
	};
}
function likelyText({ likely }) {
	return likely === void 0 ? [] : [`**Likely cause:** ${markdownText(likely)}`];
}
function formatFailure({ head, lines, pairs, tail }, most) {
	const some = pairs.slice(0, most);
	const ids = some.flatMap(requestTexts);
	return joinParts([
		head,
		markdownList(pairTexts(some)),
		ids.length > 1 ? markdownFold(`${ids.length} request IDs`, markdownList(ids)) : "",
		lines.length > 0 ? markdownBlock(lines.slice(0, most)) : "",
		...tail
	]);
}
function pairTexts(pairs) {
	const nameOf = ({ target, association, route, state, cidrState }) => route ? `Origin ${originName(route.origin)} in ${targetText(target)}, CIDR now ${state}` : `AS${association.asn} in ${targetText(target)}, now ${state}, CIDR ${cidrState}`;
	return [...Map.groupBy(pairs, nameOf)].map(([name, some]) => {
		const cidrs = some.map(entryOf$1).map(({ cidr, note }) => {
			const code = markdownCode(cidr);
			return note === "" ? code : `${code} <sub>${markdownText(note)}</sub>`;
		});
		return `${markdownText(name)}: ${cidrs.join(", ")}`;
	});
}
function requestTexts(pair) {
	const { association, failure } = pair;
	if (!failure?.requestId) return [];
	const asn = association ? ` AS${markdownText(association.asn)}` : "";
	return [`${markdownCode(entryOf$1(pair).cidr)}${asn}: ${markdownCode(failure.requestId)}`];
}
// src/report/headline.ts
const runStatuses = {
	associated: "applied",
	advertised: "applied",
	withdrawn: "applied",
	disassociated: "applied",
	"already-associated": "no changes",
	"already-pending": "no changes",
	accepted: "accepted",
	"dry-run-permitted": "planned",
	"dry-run-unchecked": "planned",
	planned: "planned",
	"no-changes": "no changes",
	applied: "applied",
	"fork-no-credentials": "checked offline",
	"invalid-input": "refused",
	"account-not-allowed": "refused",
	refused: "refused",
	"plan-changed": "refused",
	"too-many-changes": "refused",
	unmanaged: "refused",
	cancelled: "cancelled"
};
function statusOfRun({ reason, pairs }) {
	const known = runStatuses;
	const isRefused = pairs.some(({ step }) => step === "refuse");
	const status = known[reason] ?? (isRefused ? "refused" : "failed");
	const hasChanged = pairs.some(({ changed }) => changed);
	return status === "refused" && hasChanged ? "failed" : status;
}
function headlineRows(status, rows) {
	switch (status) {
		case "planned":
		case "refused":
		case "failed": return rows.filter((row) => row.status === status);
		case "applied":
		case "accepted": {
			const changed = rows.filter(({ pair }) => pair.changed);
			return changed.length > 0 ? changed : rows.filter((row) => isDone(row.status));
		}
		case "checked offline": return rows.filter((row) => row.status === "unknown");
		case "cancelled":
		case "no changes": return [];
	}
}
function headlineOf(outcome, rows) {
	const looks = rows.filter(({ needsLook }) => needsLook).length;
	const look = looks === 0 ? "" : `, ${looks} ${looks === 1 ? "needs" : "need"} a look`;
	return `${resultText(outcome, rows)}${look}`;
}
function resultText(outcome, rows) {
	const status = statusOfRun(outcome);
	const counted = headlineRows(status, rows);
	const isRoutes = outcome.action === "routes";
	const total = countNoun(rows.length, words[outcome.action].entry);
	switch (status) {
		case "planned": return isRoutes ? routesToChange(counted) : countByKind(counted, "to create", "to remove");
		case "applied":
			if (isRoutes) return changedRoutes(counted);
			return counted.some(({ pair }) => pair.changed) ? countByKind(counted, "created", "removed") : countByKind(counted, "now associated", "now removed");
		case "accepted": return `${countNoun(counted.length, "association")} accepted`;
		case "checked offline": return `${total} checked offline`;
		case "refused":
		case "failed": {
			if (counted.length === 0 || rows.length === 1) return status;
			const count = `${counted.length} of ${total}`;
			return status === "failed" ? `${count} failed` : `refused, ${count} blocked`;
		}
		case "cancelled":
		case "no changes": return status;
	}
}
function countByKind(rows, created, removed) {
	const toRemove = rows.filter(({ pair }) => pair.association?.remove).length;
	const toCreate = rows.length - toRemove;
	if (toRemove === 0) return `${countNoun(toCreate, "association")} ${created}`;
	return toCreate === 0 ? `${countNoun(toRemove, "association")} ${removed}` : `${countNoun(toCreate, "association")} ${created}, ${toRemove} ${removed}`;
}
const longestName = 50;
function routesToChange(rows) {
	const planned = rows.flatMap(({ pair }) => {
		const { step, route } = pair;
		return route && step ? {
			step,
			change: changeName(pair.originBefore.origin, route.origin)
		} : [];
	});
	const [first, ...others] = planned;
	const details = first && others.length === 0 ? ` (${truncate(first.change, longestName)})` : `: ${countChanges(planned)}`;
	return `${countNoun(planned.length, "route")} to change${details}`;
}
function changedRoutes(rows) {
	const isWithdrawal = rows.every(({ status }) => status === "withdrawn");
	const isChange = rows.some(({ pair }) => pair.changed);
	const verb = isWithdrawal ? "withdrawn" : isChange ? "changed" : "advertised";
	return [`${countNoun(rows.length, "route")} ${isChange ? verb : `now ${verb}`}`, ...verifiedTexts(rows)].join(", ");
}
function verifiedTexts(rows) {
	const asked = rows.flatMap(({ pair }) => pair.route && pair.verification ? [pair] : []);
	const missed = asked.filter(isMissed).length;
	return [[asked.length - missed, "verified"], [missed, "not verified"]].filter(([count]) => count > 0).map(([count, text]) => rows.length === 1 ? text : `${count} ${text}`);
}
function otherCounts(outcome, rows) {
	const { pairs, plan, inputs } = outcome;
	const counted = new Set(headlineRows(statusOfRun(outcome), rows));
	const others = rows.filter((row) => rows.length > 1 && !counted.has(row)).map(({ pair }) => pair);
	const asns = pairs.filter(isAsnNotFound).map(({ association }) => association?.asn);
	const asnCount = new Set(asns).size;
	return [
		...countStatuses(others, inputs?.mode),
		asnCount > 0 ? `${countNoun(asnCount, "ASN")} not found in IPAM` : "",
		plan ? countUnmanaged(plan) : ""
	].filter((text) => text !== "");
}
// src/report/mermaid.ts
const [fewest, most] = [2, 25];
const maxCharacters = 45e3;
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
const styles = {
	red: {
		arrow: "--x",
		fill: "#cf222e",
		line: "#e5534b",
		look: "red with a cross"
	},
	yellow: {
		arrow: "-.-x",
		fill: "#9a6700",
		line: "#bf8700",
		look: "dotted amber with a cross"
	},
	green: {
		arrow: "==>",
		fill: "#1a7f37",
		line: "#2da44e",
		look: "thick green"
	},
	cyan: {
		arrow: "-.->",
		fill: "#0969da",
		line: "#218bff",
		look: "dotted blue"
	},
	dim: {
		arrow: "-->",
		fill: "#59636e",
		line: "#848d97",
		look: "thin gray"
	}
};
function formatGraph({ action }, rows) {
	const changed = rows.filter(({ status }) => status !== "kept");
	const isDrawn = changed.length >= fewest && changed.length <= most;
	if (action === "routes" || !isDrawn || changed.every(({ status }) => status === "unknown")) return "";
	const edges = (rows.length <= most ? rows : changed).flatMap(({ pair, status }) => pair.association ? {
		...pair.association,
		target: targetText(pair.target),
		...viewOf(status, pair)
	} : []);
	const chart = chartLines(edges);
	if (chart.join("\n").length > maxCharacters) return "";
	const hidden = rows.length - edges.length;
	const more = hidden === 0 ? "" : ` Not drawn: ${hidden} unchanged.`;
	return `${markdownBlock(chart, "mermaid")}\n\n<sub>Arrows: ${legendText(edges)}.${more}</sub>`;
}
function legendText(edges) {
	return [...Map.groupBy(edges, ({ color }) => color)].map(([color, some]) => {
		const names = new Set(some.map(({ counted }) => counted));
		return `${styles[color].look}: ${[...names].join(", ")}`;
	}).join("; ");
}
function chartLines(edges) {
	const asns = [...new Set(edges.map(({ asn }) => asn))];
	const cidrs = [...new Set(edges.map(({ cidr }) => cidr))];
	const boxes = Map.groupBy(cidrs.flatMap((cidr) => edges.find((edge) => edge.cidr === cidr) ?? []), ({ target }) => target);
	return [
		...settings,
		"flowchart LR",
		...asns.map((asn, number) => `a${number}(["AS${labelText(asn)}"]):::asn`),
		...[...boxes].flatMap(([target, inBox], number) => [
			`subgraph t${number}["${labelText(target)}"]`,
			...inBox.map(({ cidr, color }) => `c${cidrs.indexOf(cidr)}["${labelText(cidr)}"]:::${color}`),
			"end",
			`class t${number} box`
		]),
		...edges.map(({ asn, cidr, color }) => `a${asns.indexOf(asn)} ${styles[color].arrow} c${cidrs.indexOf(cidr)}`),
		...["asn", "box"].map((name) => `classDef ${name} fill:none,stroke:#848d97`),
		...[...new Set(edges.map(({ color }) => color))].flatMap((color) => {
			const { fill, line } = styles[color];
			const indexes = edges.flatMap((edge, index) => edge.color === color ? index : []);
			return [`classDef ${color} fill:${fill},stroke:${line},color:#ffffff`, `linkStyle ${indexes.join(",")} stroke:${line}`];
		})
	];
}
function labelText(text) {
	return truncate(plainLine(text) || " ", 120).replace(/[^\w./:-]/gu, (character) => `#${character.codePointAt(0)};`);
}
// src/report/plan-table.ts
const maxShared = 15;
function makeTableRow(row, links, failureNumber) {
	return {
		row,
		cidr: cidrText(row, links),
		cells: [...cellsBeforeChange(row).map(cellText), changeText$1(row, failureNumber)]
	};
}
function cellsBeforeChange({ desired, cidrState, rpki }) {
	return [
		desired,
		cidrState,
		...rpki ? [rpki] : []
	];
}
function columnNames({ action, inputs }, rows) {
	const rpki = rows.some((row) => row.rpki) ? ["RPKI"] : [];
	const change = inputs?.mode === "plan" ? "Change" : "Result";
	return [
		"CIDR",
		words[action].desired,
		"CIDR state",
		...rpki,
		change
	];
}
function formatSections(rows, columns, hasChecks) {
	return [...Map.groupBy(rows, ({ row }) => row.pair.target)].flatMap(([target, ofTarget]) => [
		[`<b>${markdownText(target.name)}</b>`, ...unnamedParts(target).map(markdownText)].join(" \u00b7 "),
		formatTable(ofTarget, columns),
		...hasChecks ? formatChecks(ofTarget, rows.length === 1) : []
	]);
}
function formatTable(rows, columns) {
	return markdownTable(columns, [...Map.groupBy(rows, ({ cells }) => markdownRow(cells)).values()].flatMap(shareRows));
}
function shareRows(rows) {
	const count = Math.ceil(rows.length / maxShared);
	return Array.from({ length: count }, (_, index) => {
		const some = rows.slice(index * maxShared, (index + 1) * maxShared);
		return markdownRow([some.map(({ cidr }) => cidr).join("<br>"), ...some[0]?.cells ?? []]);
	});
}
function formatChecks(rows, isOpen) {
	const pairs = rows.map(({ row }) => row.pair);
	const labels = checkLabels(pairs).map(({ text, isMissing }) => isMissing ? `<b>${text}</b>` : text);
	if (labels.length === 0) return [];
	const lines = markdownList(evidenceLines(pairs).map(markdownText));
	return [markdownFold(`Checks: ${labels.join(", ")}`, lines, isOpen)];
}
function cidrText({ pair, status }, links) {
	const { cidr, note, location } = entryOf$1(pair);
	const details = [...location && (status === "failed" || status === "refused") ? [locationLink(location, links)] : [], ...note === "" ? [] : [markdownText(note)]];
	return [markdownCode(cidr), ...details.map((text) => `<sub>${text}</sub>`)].join(" ");
}
function cellText({ text, isBold, remarks }) {
	const first = markdownText(text);
	return [isBold ? `**${first}**` : first, ...remarks.map((remark) => `**${markdownText(remark)}**`)].join("<br>");
}
function changeText$1({ pair, change }, failureNumber) {
	const { failure, refusal } = pair;
	const reference = failureNumber === void 0 ? "" : `, failure ${failureNumber}`;
	const text = cellText({
		...change,
		remarks: []
	});
	return [
		refusal === void 0 ? text : `${text} ${markdownCode(refusal)}`,
		...change.remarks.map((remark) => markdownText(withoutCidr(remark, pair))),
		...failure ? [`${markdownCode(failure.reason)}${reference}`] : []
	].join("<br>");
}
function withoutCidr(text, pair) {
	const { refusal } = pair;
	const { cidr } = entryOf$1(pair);
	if (refusal === void 0) return text;
	const pattern = new RegExp(`(?<![\\w.:])${cidr.replaceAll(".", "\\.")}(?!\\w)`, "g");
	if (refusal.startsWith("rpki-")) return text.replace(pattern, "the CIDR");
	const [own = "", ...quoted] = text.split(": ");
	return [own.replace(pattern, "the CIDR"), ...quoted].join(": ");
}
// src/report/markdown-page.ts
const maxSummaryBytes = 1e6;
function formatSummary(outcome, links) {
	return fitPage(makePage(outcome, links, runTexts(links), "The log of the run"), (text) => Buffer.byteLength(text) <= maxSummaryBytes);
}
function formatComment(outcome, room, links) {
	const rest = `${outcome.inputs?.summary === false ? "The log" : "The job summary"} of ${markdownLink("the run", links.run)}`;
	return fitPage(makePage(outcome, links, [...links.run === void 0 ? [] : [markdownLink("The run", links.run)], ...runTexts({
		...links,
		pullRequest: void 0
	})], rest), (text) => text.length <= room);
}
function makePage(outcome, links, foot, rest) {
	const { action, failure } = outcome;
	const groups = groupFailures(outcome);
	const rows = makeRows(outcome);
	const headline = markdownText(headlineOf(outcome, rows));
	const lead = leadText(outcome, rows, groups.length > 0);
	const effects = effectLines(outcome, rows).map(markdownText);
	return {
		least: joinParts([`### ${words[action].title}: ${headline}`, lead]),
		rest,
		head: [
			fixedPart(`### ${titleText(outcome)}: ${headline}`),
			fixedPart(lead),
			...failure ? [failurePart(failure, groups)] : [],
			fixedPart(warningText(outcome))
		],
		body: [
			{ text: (count) => effects.slice(0, count).join("<br>\n") },
			...tableParts(outcome, rows, groups, links),
			...foldParts(outcome, rows),
			fixedPart(nextText(outcome, links, foot))
		]
	};
}
function titleText({ action, inputs }) {
	const { title } = words[action];
	if (inputs?.source.form !== "file") return title;
	const { path, only } = inputs.source;
	const filter = only.length === 0 ? "" : ` (${only.map(markdownCode).join(", ")})`;
	return `${title} ${markdownCode(path)}${filter}`;
}
function leadText(outcome, rows, hasGroups) {
	const { reason, failure } = outcome;
	const counts = otherCounts(outcome, rows);
	const isReasonExplained = failure !== void 0 || hasGroups || reason === "planned";
	return [...counts.length === 0 ? [] : [`**${counts.join(", ")}**.`], ...isReasonExplained ? [] : [`${reasons[reason].cause} (<code>${reason}</code>)`]].join(" ");
}
const maxWarnings = 5;
function warningText({ plan, inputs, pairs }) {
	const missed = pairs.flatMap((pair) => pair.route && !pair.failure && isMissed(pair) ? [`${entryText(pair)} is not verified: ${pair.verification?.text}`] : []);
	const planned = plan && inputs ? planWarnings(plan, inputs).map(({ text }) => text) : [];
	const texts = [...missed, ...planned].map(markdownText);
	if (texts.length === 0) return "";
	return markdownAlert("WARNING", listFirst(texts, maxWarnings, "more, under Checks"));
}
function tableParts(outcome, rows, groups, links) {
	const numbers = new Map(groups.flatMap(({ pairs }, index) => pairs.map((pair) => [pair, index + 1])));
	const listed = new Set(groups.filter(isLarge).flatMap(({ pairs }) => pairs));
	const isUnchanged = ({ status, needsLook }) => status === "kept" && !needsLook;
	const { visible = [], folded = [] } = Object.groupBy(rows.filter(({ pair }) => !listed.has(pair)).map((row) => makeTableRow(row, links, numbers.get(row.pair))), ({ row }) => rows.length > 1 && isUnchanged(row) ? "folded" : "visible");
	const columns = columnNames(outcome, rows);
	const problems = otherProblems(outcome).map((problem) => problemText(problem, links));
	const more = visible.some(({ row }) => row.status === "kept") ? " more" : "";
	return [
		{
			text: (count) => joinParts(formatSections(visible.slice(0, count), columns, count === inFull)),
			leftOut: (count) => count === inFull ? [] : ["checks", ...countLeft(visible.length - count, "row")]
		},
		groupsPart(outcome, groups),
		{
			text: (count) => markdownList(problems.slice(0, count)),
			leftOut: (count) => countLeft(problems.length - count, "problem")
		},
		foldPart(countNoun(folded.length, `unchanged ${words[outcome.action].entry}`), 2, `${folded.length}${more} unchanged`, joinParts(formatSections(folded, columns, false)))
	];
}
function otherProblems({ failure, pairs }) {
	const inRows = new Set(pairs.map((pair) => entryOf$1(pair).location));
	return (failure?.problems ?? []).filter(({ location }) => !inRows.has(location));
}
function problemText({ location, path, text }, links) {
	const entry = path === "" ? "" : `${markdownCode(path)} `;
	return `${locationLink(location, links)} ${entry}${markdownText(text)}`;
}
function foldParts(outcome, rows) {
	const { plan, inputs } = outcome;
	const cidrs = plan?.unmanagedCidrs ?? [];
	const cidrTexts = cidrs.map(unmanagedCidrText).map(markdownText);
	const isOpen = inputs !== void 0 && inputs.unmanaged !== "report";
	const changed = changedPairs(outcome);
	const undo = changed.length === 0 ? "" : joinParts([undoAdvice(changed, outcome), markdownBlock(undoLines(changed), "sh")]);
	return [
		foldPart(countNoun(cidrs.length, "unmanaged CIDR"), 3, `${countNoun(cidrs.length, "CIDR")} in AWS that are not in the file (not changed)`, markdownList(listFirst(cidrTexts, 100)), isOpen),
		foldPart("undo", 3, "Undo", undo),
		foldPart("the diagram", 1, "Diagram", formatGraph(outcome, rows))
	];
}
const noEffects = {
	associate: "Associating changes no routes; it only makes the ASN eligible to originate the CIDR.",
	disassociate: "Disassociating changes no routes, because the ASN is not the origin of the CIDR."
};
function nextText(outcome, links, foot) {
	const { plan, inputs } = outcome;
	const digest = plan && hasChanges(plan) ? plan.digest : void 0;
	const planned = inputs?.mode === "plan" ? changedPairs(outcome) : [];
	const steps = new Set(planned.map(({ step }) => step));
	const facts = [...digest === void 0 ? [] : [`Plan digest ${markdownCode(digest)}`], ...foot];
	const small = [...Object.entries(noEffects).flatMap(([step, text]) => steps.has(step) ? [text] : []), facts.join(" \u00b7 ")].filter((text) => text !== "");
	const next = `**Next:** ${markdownText(nextStepOf(outcome, links))}`;
	return small.length === 0 ? next : `${next}<br><sub>${small.join("<br>")}</sub>`;
}
function runTexts({ commit, pullRequest, actor, approvers }) {
	const pull = pullRequest && markdownLink(markdownText(`#${pullRequest.number}`), pullRequest.url);
	const approved = approvers.map(markdownCode).join(", ");
	return [
		...commit === void 0 ? [] : [`commit ${markdownCode(commit.slice(0, 12))}`],
		...pull === void 0 ? [] : [`pull request ${pull}`],
		...actor === void 0 ? [] : [`started by ${markdownCode(actor)}`],
		...approved === "" ? [] : [`approved in this run by ${approved}`]
	];
}
// src/report/result.ts
function formatPlan(plan) {
	return JSON.stringify({
		version: 1,
		digest: plan.digest ?? "",
		changes: plan.changes.map((change) => ({
			...targetFields(change.target),
			...change.route ? {
				cidr: change.route.cidr,
				from: change.originBefore.origin,
				to: change.route.origin
			} : associationFields(change.association),
			state: change.before,
			cidr_state: change.cidrState,
			step: change.step,
			...change.refusal ? { refusal: change.refusal } : {},
			why: change.why,
			...change.route ? { effect: change.effect } : {},
			...rpkiFields(change.rpki)
		})),
		unmanaged: plan.unmanaged.map(unmanagedFields),
		...cidrFields(plan, 100)
	});
}
function cidrFields(plan, most) {
	const fieldsOf = ({ target, cidr, state, asns }) => {
		return {
			...targetFields(target),
			cidr,
			state,
			asns
		};
	};
	const cidrs = plan?.unmanagedCidrs;
	return cidrs === void 0 ? {} : { unmanaged_cidrs: cidrs.slice(0, most).map(fieldsOf) };
}
const worstFirst = [
	"failed-association",
	"failed-disassociation",
	"pending-disassociation",
	"disassociated",
	"absent",
	"pending-association",
	"associated",
	"advertised"
];
const removalsWorstFirst = [
	"failed-disassociation",
	"failed-association",
	"pending-association",
	"advertised",
	"associated",
	"pending-disassociation"
];
const cidrsWorstFirst = [
	"not listed",
	"failed-provision",
	"failed-deprovision",
	"deprovisioned",
	"pending-deprovision",
	"pending-provision",
	"provisioned-not-publicly-advertisable"
];
const advertisedLast = [
	"pending-withdrawal",
	"provisioned",
	"pending-advertising",
	"advertised"
];
const withdrawnLast = [
	"pending-advertising",
	"advertised",
	"pending-withdrawal",
	"provisioned"
];
function rank({ association, route, state }) {
	if (route) {
		const ends = route.origin === "none" ? withdrawnLast : advertisedLast;
		return [...cidrsWorstFirst, ...ends].indexOf(state);
	}
	if (!association.remove) return worstFirst.indexOf(state);
	return isGone(state) ? worstFirst.length : removalsWorstFirst.indexOf(state);
}
function worstOf(pairs) {
	return pairs.reduce((worst, pair) => worst && rank(worst) <= rank(pair) ? worst : pair, void 0);
}
function formatResult(outcome, room, links) {
	const { pairs, inputs, plan } = outcome;
	const isFinished = (pair) => {
		const status = statusOf(pair, inputs?.mode);
		return status === "kept" || isDone(status);
	};
	const unmanaged = plan?.unmanaged ?? [];
	const reductions = [
		{ hasEvidence: false },
		{ longest: 300 },
		{ pairs: pairs.filter((pair) => !isFinished(pair)) },
		{ pairs: [] },
		{ unmanaged: [] }
	];
	let extent = {
		pairs,
		unmanaged,
		hasEvidence: true,
		longest: Number.POSITIVE_INFINITY
	};
	let text = resultOf(outcome, extent, links);
	for (const reduction of reductions) {
		if (text.length <= room) break;
		extent = {
			...extent,
			...reduction
		};
		text = resultOf(outcome, extent, links);
	}
	return text;
}
function resultOf({ action, reason, conclusion, failure, inputs, plan, pairs }, { pairs: included, unmanaged, hasEvidence, longest }, links) {
	const mode = inputs?.mode;
	const cut = (text) => truncate(text, longest);
	return JSON.stringify({
		schema_version: 1,
		reason,
		ending: conclusion,
		dry_run: mode === void 0 ? null : mode === "plan",
		...links ? { run: runFields(links) } : {},
		state: worstOf(pairs)?.state ?? "unknown",
		changed: pairs.some(({ changed }) => changed),
		has_changes: plan !== void 0 && hasChanges(plan),
		plan_digest: plan?.digest ?? "",
		counts: countPlan(plan, action),
		pairs: included.map((pair) => ({
			...targetFields(pair.target),
			...pair.route ? routeFields(pair) : associationFields(pair.association),
			end: statusOf(pair, mode),
			step: pair.step ?? null,
			why: cut(pair.why),
			state_before: pair.before,
			state: pair.state,
			status_message: cut(pair.statusMessage),
			cidr_state: pair.cidrState,
			changed: pair.changed,
			request_id: pair.requestId,
			error: pair.failure ? {
				reason: pair.failure.reason,
				message: cut(pair.failure.message)
			} : null,
			...rpkiFields(pair.rpki),
			...hasEvidence ? { evidence: pair.evidence } : {}
		})),
		pairs_left_out: pairs.length - included.length,
		unmanaged: unmanaged.map(unmanagedFields),
		unmanaged_left_out: (plan?.unmanaged ?? []).length - unmanaged.length,
		...cidrFields(plan, longest === Number.POSITIVE_INFINITY ? 100 : 0),
		error: failure ? errorFields(failure, cut) : null
	});
}
function runFields({ run, commit, pullRequest, actor }) {
	return {
		url: run ?? null,
		commit: commit ?? null,
		pull_request: pullRequest ?? null,
		actor: actor ?? null
	};
}
const longestList = 100;
function errorFields({ message, likely, next, lines, problems }, cut) {
	return {
		message: cut(message),
		likely: likely === void 0 ? null : cut(likely),
		next: cut(next),
		lines: lines.slice(0, longestList).map(cut),
		problems: problems.slice(0, longestList).map(({ location, path, text }) => ({
			...location,
			file: cut(location.file),
			path: cut(path),
			text: cut(text)
		}))
	};
}
function unmanagedFields({ state, target, asn, cidr }) {
	return {
		...targetFields(target),
		asn,
		cidr,
		state
	};
}
function rpkiFields(rpki) {
	return rpki ? { rpki: {
		state: rpki.state,
		way_back: rpki.wayBack
	} } : {};
}
function targetFields({ name, accountId, region }) {
	return {
		target: name,
		account_id: accountId ?? "",
		region
	};
}
function associationFields({ asn, cidr, remove }) {
	return {
		asn,
		cidr,
		...remove ? { remove } : {}
	};
}
function routeFields(pair) {
	const { route, originBefore, verification } = pair;
	const { origin, source } = currentOrigin(pair);
	return {
		cidr: route.cidr,
		origin_wanted: route.origin,
		origin_before: originBefore.origin,
		origin,
		origin_source: source,
		verified: verification?.verified ?? null,
		verification: verification?.text ?? ""
	};
}
// src/report/outputs.ts
const longestOutputs = 5e5;
const longestPlan = 9e4;
function formatOutputs(outcome, links) {
	const { pairs, plan } = outcome;
	return formatWith(outcome, links, {
		asn: common(pairs, ({ association }) => association?.asn ?? ""),
		matrix: JSON.stringify({ include: jobsOf(plan).slice(0, 256) })
	});
}
function formatRouteOutputs(outcome, links) {
	const routes = outcome.pairs.filter((pair) => pair.route !== void 0);
	return formatWith(outcome, links, {
		origin: common(routes, (route) => currentOrigin(route).origin),
		"origin-source": common(routes, (route) => currentOrigin(route).source),
		rpki: common(routes, ({ rpki }) => rpki?.state ?? ""),
		verified: common(routes, ({ verification }) => verification?.verified ?? "")
	});
}
function formatWith(outcome, links, own) {
	const { action, pairs, plan, reason } = outcome;
	const worst = worstOf(pairs);
	const planText = plan ? formatPlan(plan) : "";
	const outputs = {
		state: worst?.state ?? "unknown",
		"status-message": worst?.statusMessage ?? "",
		changed: String(pairs.some(({ changed }) => changed)),
		"has-changes": String(plan !== void 0 && hasChanges(plan)),
		reason,
		cidr: common(pairs, (pair) => entryOf$1(pair).cidr),
		"account-id": common(pairs, ({ target }) => target.accountId ?? ""),
		region: common(pairs, ({ target }) => target.region),
		"request-id": common(pairs, ({ requestId }) => requestId),
		"plan-digest": plan?.digest ?? "",
		counts: JSON.stringify(countPlan(plan, action)),
		plan: planText.length <= longestPlan ? planText : "",
		...own
	};
	const taken = Object.values(outputs).join("").length;
	return {
		...outputs,
		result: formatResult(outcome, longestOutputs - taken, links)
	};
}
function common(pairs, read) {
	const [value = "", ...others] = new Set(pairs.map(read));
	return others.length === 0 ? value : "";
}
function targetsLeftOut({ plan }) {
	return Math.max(0, jobsOf(plan).length - 256);
}
function jobsOf(plan) {
	const planned = (plan?.changes ?? []).filter((change) => change.association !== void 0);
	return [...Map.groupBy(planned, ({ target }) => target)].map(([target, changes]) => ({
		target: target.name,
		account: target.accountId ?? "",
		region: target.region,
		changes: changes.filter(({ step }) => isChange(step)).length,
		"plan-digest": digestOfChanges(changes) ?? ""
	})).filter(({ changes }) => changes > 0);
}
// src/lib/paths.ts
function isOutside(folder, path) {
	const inside = (0,external_node_path_.relative)(folder, path);
	return inside === ".." || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside);
}
function realPath(path) {
	try {
		return (0,external_node_fs_.realpathSync)(path);
	} catch {
		return;
	}
}
// src/action/workspace-file.ts
const fromRoot = "Use the path of a file in the workspace, relative to its root.";
const checkOut = "Check out the repository first (actions/checkout), and use a path relative to its root.";
function readWorkspaceFile(workspace, path) {
	const real = realPath((0,external_node_path_.resolve)(workspace, path));
	if (real === void 0) throw refusePath(path, "does not exist in the workspace", { next: checkOut });
	if (isOutside(workspace, (0,external_node_path_.resolve)(workspace, path)) || isOutside(realPath(workspace) ?? workspace, real)) throw refusePath(path, "leads out of the workspace", { next: fromRoot });
	return readConfigFile(real, path);
}
function isInNestedCheckout(workspace, path) {
	const folders = path.split("/").slice(0, -1);
	return folders.some((_, index) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, ...folders.slice(0, index + 1), ".git")));
}
// src/action/report.ts
const maxLineLength = 12e3;
async function report(outcome, context) {
	const { log } = context;
	const links = linksOf(outcome, context);
	const warn = (text) => (problem) => log.warning(`${text}: ${problem}`);
	await attempt(() => logResult(outcome, links, log), warn("The result could not be logged"));
	await attempt(() => setOutputs(outcome, links, log), (problem) => failForOutputs(problem, outcome));
	const approvers = await attempt(() => findApprovers(outcome, context), (problem) => log.line(`the approvers are not known: ${problem}`));
	const pageLinks = {
		...links,
		approvers: approvers ?? []
	};
	await attempt(() => writeSummary(outcome, pageLinks, context.env), warn("The job summary could not be written"));
	const url = await attempt(() => writeComment(outcome, pageLinks, context), warn("No comment"));
	await attempt(() => (0,dependencies.gn)("comment-url", url ?? ""), warn("The output comment-url could not be written"));
}
async function attempt(task, onFailure) {
	try {
		return await task();
	} catch (error) {
		onFailure(error instanceof Failure ? error.message : String(error));
		return;
	}
}
function logResult(outcome, links, log) {
	log.lines(defectLines(outcome));
	if (outcome.failure) failStep(outcome.failure, log);
	else log.lines(resultLines(outcome, links));
}
function failStep(failure, log) {
	const { problems } = failure;
	for (const problem of problems.slice(0, 9)) {
		const { file, line: startLine, column: startColumn } = problem.location;
		(0,dependencies.dn)(errorText([entryText$1(problem)]), {
			file,
			startLine,
			startColumn
		});
	}
	log.lines(problems.slice(9).map(problemText$1));
	(0,dependencies.hn)(errorText(failureLines(failure)));
	(0,dependencies.ln)(inspectLines(failure).map(plainLine).join("\n"));
}
function errorText(lines) {
	return lines.map((line) => truncate(plainLine(line), maxLineLength)).join("\n");
}
function setOutputs(outcome, links, log) {
	const outputs = {
		...(outcome.action === "routes" ? formatRouteOutputs : formatOutputs)(outcome, links),
		"plan-path": writePlan(outcome, links, log)
	};
	for (const [name, value] of Object.entries(outputs)) (0,dependencies.gn)(name, value);
	const count = targetsLeftOut(outcome);
	if (count > 0) log.warning(`${count} targets were left out of the matrix output: GitHub runs at most 256 jobs per matrix.`);
	if (!outcome.failure) process.exitCode = 0;
}
function writePlan(outcome, links, log) {
	const { plan, inputs } = outcome;
	if (!plan || inputs?.source.form !== "file") return "";
	try {
		const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), "byoasn-"));
		(0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, "plan.json"), `${formatPlan(plan)}\n`);
		(0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, "plan.md"), formatSummary(outcome, links));
		return (0,external_node_path_.join)(folder, "plan.json");
	} catch (error) {
		log.warning(`The plan could not be written to a file: ${String(error)}`);
		return "";
	}
}
function failForOutputs(problem, { reason }) {
	(0,dependencies.hn)(errorText([
		`The step fails because its outputs could not be written: ${problem}`,
		`The run itself ended with ${reason}; any changes that it made are in place.`,
		"Likely cause: The runner's disk is full, or the file in GITHUB_OUTPUT is missing or not writable.",
		"Next step: Make the file writable, then run again. The run reads the state first and repeats no change."
	]));
}
async function findApprovers({ inputs }, context) {
	const token = (0,dependencies.fn)("github-token");
	if (inputs?.mode !== "apply" || inputs.environment === void 0 || token === "") return [];
	const { readApprovals } = await __nccwpck_require__.e(/* import() */ 777).then(__nccwpck_require__.bind(__nccwpck_require__, 777)).then((n) => n.t);
	return readApprovals({
		environment: inputs.environment,
		token
	}, {
		...context,
		clock: systemClock(context.cancelled),
		random: Math.random
	});
}
function writeSummary(outcome, links, { GITHUB_STEP_SUMMARY: path }) {
	if (!(outcome.inputs?.summary ?? parseBoolean((0,dependencies.fn)("summary")).value !== false)) return;
	if (!path) throw new Error("GITHUB_STEP_SUMMARY is not set");
	(0,external_node_fs_.appendFileSync)(path, formatSummary(outcome, links));
}
async function writeComment(outcome, links, context) {
	const { inputs } = outcome;
	if (!inputs?.comment) return "";
	const { commentOnPlan } = await __nccwpck_require__.e(/* import() */ 777).then(__nccwpck_require__.bind(__nccwpck_require__, 777)).then((n) => n.n);
	const cancelled = startGrace(context.cancelled);
	const format = (room) => formatComment(outcome, room, links);
	return commentOnPlan({
		outcome,
		inputs,
		comment: inputs.comment,
		format
	}, {
		...context,
		cancelled,
		clock: systemClock(cancelled),
		random: Math.random
	});
}
function linksOf({ inputs }, { env, event, workspace }) {
	const links = readLinks(env, event);
	return isInNestedCheckout(workspace, inputs?.source.form === "file" ? inputs.source.path : "") ? {
		...links,
		files: void 0
	} : links;
}
// src/action/main.ts
async function runAction(action) {
	process.stdout.on("error", () => {});
	const secrets = collectSecrets(dependencies._n);
	try {
		await runAndReport(action, secrets);
	} catch (error) {
		(0,dependencies.hn)(inspectLines(error).map(secrets.redact).map(plainLine).join("\n"));
	}
	process.stdout.write("", () => process.exit());
}
async function runAndReport(action, { mask, redact }) {
	process.exitCode = 1;
	const { env } = process;
	const log = createLog(redact);
	const warnOfDefect = (error) => {
		log.warning(`Another error while the run was ending: ${asFailure(error).message}`);
		log.lines(inspectLines(error));
	};
	const cancelled = cancelOnSignals(warnOfDefect);
	if (env.RUNNER_ENVIRONMENT === "github-hosted") env.AWS_EC2_METADATA_DISABLED ??= "true";
	mask((0,dependencies.fn)("github-token"));
	const proxies = readProxies(env);
	for (const secret of proxies.secrets) mask(secret);
	for (const text of proxies.warnings) log.warning(text);
	const transport = openTransport(proxies.variables);
	const event = readEvent(env.GITHUB_EVENT_PATH);
	const workspace = env.GITHUB_WORKSPACE || process.cwd();
	const outcome = await run({
		readInput: (name) => (0,dependencies.fn)(name),
		workspace,
		readFile: (path) => readWorkspaceFile(workspace, path),
		env,
		github: readGitHubRun(env, event),
		clock: systemClock(cancelled),
		random: Math.random,
		cancelled,
		log,
		mask,
		connect: connectVia(transport),
		transport
	}, action);
	cancelled.addEventListener("abort", () => {
		if (asFailure(cancelled.reason).reason === "internal-error") warnOfDefect(cancelled.reason);
	});
	const context = {
		env,
		workspace,
		event,
		log,
		cancelled,
		transport
	};
	await report(redactOutcome(outcome, redact), context);
}
function readEvent(path) {
	try {
		return path ? parseJson((0,external_node_fs_.readFileSync)(path, "utf8")) : void 0;
	} catch {
		return;
	}
}
// src/apply/call-rules.ts
function decide({ kind }, isUncertain) {
	switch (kind) {
		case "throttled":
		case "unsent": return "not carried out";
		case "ambiguous":
		case "intercepted":
		case "permitted": return "read back";
		case "rejected": return isUncertain ? "read back" : "check rejection";
		case "denied":
		case "credentials":
		case "invalid": return isUncertain ? "read back" : "not carried out";
	}
}
// src/apply/history.ts
const noReads = {
	reads: 0,
	moved: false,
	pending: false,
	ends: 0,
	absences: 0
};
function addReading(goal, history, state) {
	if (state === "unknown") return {
		...history,
		ends: 0,
		absences: 0
	};
	const ends = goal.isEnd(state) ? history.ends + 1 : 0;
	return {
		reads: history.reads + 1,
		moved: history.moved || !goal.mayBeStale(state, ends),
		pending: history.pending || state === goal.pending,
		ends,
		absences: state === goal.absent ? history.absences + 1 : 0
	};
}
const unknownState = {
	reason: "unknown-state",
	why: "This version does not know the state"
};
// src/apply/read.ts
async function readOnce(doing, detailsOf, { readCidrs, log, elapsed }) {
	try {
		return await readCidrs();
	} catch (error) {
		const call = error instanceof CallError ? error : unsentCall(error);
		if (!call) throw error;
		if (!isRetryable(call)) throw error === call ? toFailure(doing, call, detailsOf(call.result)) : error;
		if (call.result.code === "TooLate") return { unread: "" };
		log.line(`${elapsed()} not read: ${call.message}`);
		return { unread: call.message };
	}
}
const briefMs = 1e4;
function tryBriefly(read, clock) {
	const attempt = read.catch((error) => {
		if (error instanceof Failure && error.reason !== "cancelled") return void 0;
		throw error;
	});
	return Promise.race([attempt, clock.sleep(briefMs).then(() => void 0)]);
}
function recordState(entry, text, facts, { runState, log, elapsed }) {
	const { state, statusMessage } = facts;
	const known = runState.pair(entry);
	runState.update(entry, facts);
	if (known.state === state && known.statusMessage === statusMessage) return;
	const message = statusMessage === "" ? "" : `: ${statusMessage}`;
	log.line(`${elapsed()} ${text} is ${state}${message}`);
}
const firstPollMs = 2e3;
const longestPollMs = 12e3;
function pollDelay(nth, random) {
	if (nth === 1) return firstPollMs;
	return jitter(Math.min(longestPollMs, firstPollMs * 1.5 ** (nth - 1)), random);
}
async function sleepUntilPoll(nth, { clock, deadline, random }, waitedMs = 0) {
	const delayMs = Math.max(0, pollDelay(nth, random) - waitedMs);
	await clock.sleep(Math.min(delayMs, deadline.remaining()));
	return deadline.remaining() >= minResponseMs;
}
async function poll(wait, context) {
	const { clock, deadline } = context;
	let lastError = "";
	for (let nth = 1; !wait.isDone(); nth += 1) {
		const waitedMs = nth === 1 ? clock.now() - wait.since : 0;
		if (!await sleepUntilPoll(nth, context, waitedMs)) {
			const unread = lastError === "" ? "" : ` (the last read failed: ${lastError})`;
			throw new Failure("wait-timeout", `${wait.openText()} after ${deadline.seconds} s${unread}`, { likely: tooSlow });
		}
		const cidrs = await wait.read();
		if ("unread" in cidrs) lastError = cidrs.unread || lastError;
		else {
			lastError = "";
			wait.onRead(cidrs);
		}
	}
}
const tooSlow = "AWS needs longer than wait-timeout-seconds; it continues without this run.";
// src/apply/make-change.ts
const maxAttempts = 3;
const minReads = 4;
async function makeChange(change, context) {
	const { runState, limiter, deadline } = context;
	const backoff = createBackoff(maxAttempts, context);
	let last;
	let lost;
	for (;;) {
		const next = await change.prepare(last, lost);
		if (next !== "send") return next;
		const known = runState.pair(change.entry);
		const error = await send(change, known, context);
		if (error === void 0) return "in progress";
		const decision = change.decide(error.result, lost !== void 0);
		const progress = await followUp(change, decision, error, known, context);
		if (progress) return progress;
		last = error;
		if (mayBeCarriedOut(error)) lost ??= error;
		const details = decision === "repeat" ? change.unknownDetails : change.detailsOf(error.result);
		await withFailureContext(change.text, waitToRetry(error, backoff, context), () => details);
		await limiter.acquire();
		if (deadline.remaining() < 1e3) throw toFailure(change.text, error, details);
	}
}
async function send(change, known, context) {
	const { runState, limiter, log, elapsed } = context;
	const { entry, text } = change;
	context.inFlight.add(entry);
	runState.update(entry, change.unknown);
	try {
		const accepted = await callOnce((signal) => change.send(signal), context, limiter);
		const { requestId, state = known.state, statusMessage = known.statusMessage } = accepted;
		runState.update(entry, {
			changed: true,
			requestId,
			state,
			statusMessage
		});
		const acceptedState = accepted.state === void 0 ? "" : `: ${state}`;
		const message = accepted.statusMessage ? `: ${statusMessage}` : "";
		const id = requestId && ` (request id ${requestId})`;
		log.line(`${elapsed()} EC2 accepted the call to ${text}${acceptedState}${message}${id}`);
		return;
	} catch (error) {
		if (unsentCall(error)) runState.update(entry, known);
		if (!(error instanceof CallError)) throw error;
		runState.update(entry, { requestId: error.result.requestId ?? "" });
		return error;
	}
}
async function followUp(change, decision, error, known, context) {
	switch (decision) {
		case "unknown": throw toFailure(change.text, error, change.unknownDetails);
		case "repeat": return;
		case "read back": return await wasCarriedOut(change, error, known, context) ? "in progress" : void 0;
		case "not carried out":
			restore(known, change, context);
			return;
		case "check rejection":
			restore(known, change, context);
			return change.checkRejection(error);
	}
}
function restore(known, { entry }, context) {
	const { runState, inFlight } = context;
	const { requestId } = runState.pair(entry);
	runState.update(entry, {
		...known,
		requestId
	});
	inFlight.delete(entry);
}
async function wasCarriedOut(change, error, known, context) {
	const { log, elapsed } = context;
	log.line(`${error.message}; reading back whether EC2 carried it out`);
	switch (await readBack(change, known, context)) {
		case "carried out": return true;
		case "unchanged":
			log.line(`${elapsed()} EC2 did not carry it out`);
			return false;
		case "conflicting": throw change.conflict(error);
		case "unknown": throw toFailure(change.text, error, change.unknownDetails);
	}
}
async function readBack(change, known, context) {
	const doing = `read back the result of the call to ${change.text}`;
	let history = noReads;
	let result = "unknown";
	let hasMissed = false;
	for (let read = 1; read <= minReads || result === "unconfirmed"; read += 1) {
		if (!await sleepUntilPoll(read, context)) return "unknown";
		const cidrs = await change.read(doing);
		if ("unread" in cidrs) {
			result = "unknown";
			hasMissed = true;
			history = {
				...history,
				absences: 0
			};
			continue;
		}
		const state = change.stateIn(cidrs);
		history = addReading(change.goal, history, state);
		result = change.classify(state, history);
		hasMissed ||= result === "unknown";
		if (result === "unknown" || result === "unconfirmed") continue;
		if (result === "unchanged" && read < minReads) continue;
		if (result === "unchanged" && hasMissed && change.missedReadMeansUnknown) return "unknown";
		if (result === "unchanged") restore(known, change, context);
		if (result === "carried out") context.runState.update(change.entry, { changed: true });
		change.record(cidrs);
		return result;
	}
	return "unknown";
}
// src/apply/read-associations.ts
async function readAssociations(doing, context) {
	const cidrs = await readOnce(doing, applyPolicyIfDenied(context), context);
	if (!("unread" in cidrs)) recordIdlePairs(cidrs, context);
	return cidrs;
}
function recordIdlePairs(cidrs, context) {
	for (const { association } of context.changes) {
		const { step, changed, failure } = context.runState.pair(association);
		const isIdle = !changed && !failure && !context.inFlight.has(association);
		if (step === "keep" || step !== void 0 && isChange(step) && isIdle) recordListed(association, cidrs, context);
	}
}
function recordListed(association, cidrs, context) {
	const { state, statusMessage } = findAssociation(cidrs, association);
	const known = context.runState.pair(association);
	const facts = {
		state,
		statusMessage,
		cidrState: known.association.remove ? cidrStateIn(cidrs, association) : known.cidrState
	};
	recordState(association, associationText(association), facts, context);
	return state;
}
function cidrStateIn(cidrs, association) {
	if (findContradiction(cidrs, association).length > 0) return "unknown";
	return findCidr(cidrs, association.cidr)?.state ?? "not listed";
}
function applyPolicyIfDenied({ region, ipamRegion, changes }) {
	return policyIfDenied(applyPolicy(region, ipamRegion, { removes: changes.some(({ step }) => step === "disassociate") }));
}
// src/apply/wait-rules.ts
function associationGoal(association, before) {
	return {
		association,
		before,
		pending: pendingStateOf(association),
		absent: "absent",
		isEnd: (state) => isAsWanted(association, state),
		mayBeStale: (state, ends) => state === before || hasEnded(before) && (state === "absent" || isAssociated(state) && ends < 2)
	};
}
function isConfirmed({ association, before }, state, ends) {
	if (association.remove) return isGone(before) || ends >= (state === "absent" ? 3 : 2);
	return ends >= (hasEnded(before) ? 2 : 1);
}
function classifyReadBack(goal, state, history) {
	if (state === "unknown") return "unknown";
	const { remove } = goal.association;
	if (state === goal.before || !remove && state === "absent") return "unchanged";
	if (goal.isEnd(state)) return isConfirmed(goal, state, history.ends) ? "carried out" : "unconfirmed";
	const failed = remove ? "failed-disassociation" : "failed-association";
	return state === goal.pending || state === failed ? "carried out" : "conflicting";
}
function evaluate(goal, history, state) {
	if (goal.isEnd(state)) return isConfirmed(goal, state, history.ends) ? "done" : "open";
	const mayBeStale = history.reads <= 3;
	if (state === goal.before && mayBeStale) return "open";
	if (isBack(goal, state)) return mayBeStale ? "open" : restored;
	const rejection = findRejection(goal.association, state);
	return rejection && isLasting(history, state) ? rejection : "open";
}
function isBack({ association: { remove }, before }, state) {
	return remove === true && isGone(before) && hasStarted({}, state);
}
const restored = {
	reason: "association-busy",
	why: "Someone associated it during the run, or the listing for the plan lacked it"
};
function isLasting({ moved, absences }, state) {
	if (state === "absent") return moved && absences >= 3;
	return state !== "disassociated" || moved;
}
const undone = {
	reason: "association-busy",
	why: "Someone disassociated it during the run"
};
const rejections = {
	"failed-association": {
		reason: "association-failed",
		why: "AWS could not associate it"
	},
	disassociated: undone,
	"pending-disassociation": undone,
	"failed-disassociation": undone,
	absent: {
		reason: "association-failed",
		why: "AWS no longer lists it"
	}
};
const removalRejections = { "failed-disassociation": {
	reason: "association-failed",
	why: "AWS could not disassociate it"
} };
function findRejection({ remove }, state) {
	const table = remove ? removalRejections : rejections;
	return Object.hasOwn(table, state) ? table[state] : void 0;
}
function evaluateWithoutWait(wanted, state) {
	const rejection = findRejection(wanted, state);
	if (wanted.remove || hasStarted(wanted, state)) return rejection;
	return rejection ?? unknownState;
}
// src/apply/change-association.ts
function changeAssociation(association, context) {
	const { ec2, runState, region } = context;
	const verb = association.remove ? "disassociate" : "associate";
	const text = `${verb} ${associationText(association)} in ${region}`;
	const goal = associationGoal(association, runState.pair(association).before);
	return makeChange({
		text,
		entry: association,
		goal,
		unknown: {
			state: "unknown",
			statusMessage: ""
		},
		prepare: (_, lost) => prepare(association, text, lost, context),
		send: (signal) => ec2[verb](association, signal),
		decide,
		checkRejection: async (rejection) => {
			if (!(association.remove ? await tryBriefly(readRemoval(association, text, context), context.clock) : await check(association, text, context) && await every_run_confirm(association, text, context)) || !hasPairStarted(association, context)) return void 0;
			context.log.line(`${rejection.message}; AWS shows the change as started without this call`);
			return "in progress";
		},
		read: (doing) => readAssociations(doing, context),
		stateIn: (cidrs) => findAssociation(cidrs, association).state,
		record: (cidrs) => recordListed(association, cidrs, context),
		classify: (state, history) => classifyReadBack(goal, state, history),
		missedReadMeansUnknown: false,
		conflict: () => conflictingState(runState.pair(association), context),
		detailsOf: applyPolicyIfDenied(context),
		unknownDetails: {}
	}, context);
}
async function prepare(association, text, lost, context) {
	if ((association.remove ? await readRemoval(association, text, context) : await every_run_confirm(association, text, context)) && hasPairStarted(association, context)) {
		if (lost) context.runState.update(association, { changed: true });
		return "in progress";
	}
	const { step, why, refusal } = decideNow(context.runState.pair(association), context);
	if (step !== "refuse") return "send";
	const changed = `${associationText(association)} in ${context.region} has changed since the plan`;
	throw new Failure(refusal ?? "unknown-state", `${changed}: ${why}`);
}
async function readRemoval(association, text, context) {
	const { runState } = context;
	const goal = associationGoal(association, runState.pair(association).before);
	for (let reads = 1;; reads += 1) {
		const cidrs = await readAssociations(`read the state before the call to ${text}`, context);
		if ("unread" in cidrs) throw notRead(text, cidrs.unread);
		const state = recordListed(association, cidrs, context);
		if (!isGone(state) || isConfirmed(goal, state, reads)) return true;
		if (!await sleepUntilPoll(reads, context)) throw notRead(text, "");
	}
}
function notRead(text, why) {
	const message = `Could not ${text}: its state could not be read just before the call`;
	return new Failure("unknown-state", why === "" ? message : `${message} (${why})`);
}
function decideNow(pair, { clock, plannedAt }) {
	const { association, state, statusMessage, cidrState, origin } = pair;
	const observed = {
		asn: association.asn,
		state,
		statusMessage
	};
	if (!association.remove) return decideStep(observed);
	return decideRemoval(observed, {
		state: cidrState,
		origin: clock.now() - plannedAt > originLifeMs ? "unknown" : origin
	});
}
function hasPairStarted(association, { runState }) {
	return hasStarted(association, runState.pair(association).state);
}
async function every_run_confirm(association, text, context) {
	const { before, state } = context.runState.pair(association);
	if (!(state === "unknown" || hasEnded(before) && isAssociated(state))) return true;
	await sleepUntilPoll(1, context);
	return check(association, text, context);
}
async function check(association, text, context) {
	const cidrs = await tryBriefly(readAssociations(text, context), context.clock);
	if (!cidrs || "unread" in cidrs) return false;
	recordListed(association, cidrs, context);
	return true;
}
function conflictingState(pair, context) {
	const { association, state } = pair;
	const call = association.remove ? "a disassociate call" : "an associate call";
	const text = `${associationText(association)} in ${context.region} is ${state} after ${call} whose response was lost`;
	return new Failure(decideNow(pair, context).refusal ?? "association-busy", text);
}
// src/apply/wait.ts
async function waitForEndState(associations, since, context) {
	const { runState, region, reportProgress } = context;
	let watched = associations.map((association) => startWatch(association, context));
	const pending = () => watched.filter(({ status }) => status === "open");
	const wait = {
		since,
		isDone: () => pending().length === 0,
		read: () => readAssociations(`read the state of the associations in ${region}`, context),
		onRead: (cidrs) => {
			watched = watched.map((pair) => updateWatch(pair, cidrs, context));
			reportProgress();
		},
		openText: () => openText(pending(), context)
	};
	try {
		await poll(wait, context);
	} catch (error) {
		const failure = asFailure(error);
		for (const { association } of pending()) runState.update(association, { failure });
	}
}
function startWatch(association, { runState }) {
	const { state, step } = runState.pair(association);
	const status = step === "keep" && isAsWanted(association, state) ? "done" : "open";
	return {
		association,
		history: noReads,
		status
	};
}
function updateWatch(pair, cidrs, context) {
	if (typeof pair.status === "object") return pair;
	const { association } = pair;
	const goal = associationGoal(association, context.runState.pair(association).before);
	const state = recordListed(association, cidrs, context);
	const history = addReading(goal, pair.history, state);
	const status = evaluate(goal, history, state);
	if (typeof status === "object") recordRejection(association, status, context);
	return {
		association,
		history,
		status
	};
}
function recordRejection(association, { reason, why }, { runState, region }) {
	const { state, statusMessage } = runState.pair(association);
	const message = statusMessage === "" ? " without a status message" : `: ${statusMessage}`;
	const failure = new Failure(reason, `${associationText(association)} in ${region} is ${state}${message}`, { likely: `${why}.` });
	runState.update(association, { failure });
}
function openText(pending, { runState, region }) {
	const states = pending.map(({ association }) => {
		const { state } = runState.pair(association);
		return isAsWanted(association, state) ? `${state} (not confirmed by a second read)` : state;
	});
	const [first] = pending;
	return `${pending.length === 1 && first ? `${associationText(first.association)} in ${region} is` : `${pending.length} associations in ${region} are`} still ${[...new Set(states)].join(", ")}`;
}
// src/apply/apply-target.ts
const maxConcurrentCalls = 8;
async function applyTarget(until, context) {
	const { changes, runState } = context;
	const since = context.clock.now();
	const toChange = ["associate", "disassociate"].flatMap((wanted) => changes.filter(({ step }) => step === wanted));
	const byCidr = Map.groupBy(toChange, ({ association }) => association.cidr);
	const tooLate = notStarted(context);
	const changed = new Set();
	await forEachConcurrent([...byCidr.values()], maxConcurrentCalls, async (ofCidr) => {
		let mayRemove = true;
		for (const { association } of ofCidr) {
			if (association.remove && !mayRemove) continue;
			if (await startChange(association, tooLate, context)) changed.add(association);
			else mayRemove = false;
		}
	});
	const associations = changes.filter(({ step, association }) => {
		const { failure, state } = runState.pair(association);
		if (failure) return false;
		return step === "keep" || changed.has(association) || hasStarted(association, state);
	}).map(({ association }) => association);
	if (until === "end-state") return () => waitForEndState(associations, since, context);
	const isUnproven = (association) => {
		const { step, state } = runState.pair(association);
		return step === "keep" && !association.remove && state === "absent";
	};
	const unproven = associations.filter(isUnproven);
	for (const association of associations) if (!isUnproven(association)) failIfRejected(association, context);
	return unproven.length === 0 ? void 0 : () => waitForEndState(unproven, since, context);
}
async function startChange(association, tooLate, context) {
	try {
		if (!mayStart(tooLate, context)) return false;
		await context.limiter.acquire();
		if (!mayStart(tooLate, context)) return false;
		await changeAssociation(association, context);
		return true;
	} catch (error) {
		context.runState.update(association, { failure: asFailure(error) });
		return false;
	}
}
function mayStart(tooLate, context) {
	if (!context.mayStart()) return false;
	if (context.deadline.remaining() < 1e3) throw tooLate;
	return true;
}
function notStarted({ deadline }) {
	return new Failure("wait-timeout", `Not started: the deadline of ${deadline.seconds} s was reached first`, { next: "Run the workflow again with a longer wait-timeout-seconds; what is done is kept." });
}
function failIfRejected(association, context) {
	const { state } = context.runState.pair(association);
	const rejection = evaluateWithoutWait(association, state);
	if (rejection) recordRejection(association, rejection, context);
}
// src/apply/dry-run.ts
async function dryRunTarget(permissionCheck, context) {
	const { changes, ec2, region, ipamRegion } = context;
	for (const verb of ["associate", "disassociate"]) {
		const entries = changes.flatMap(({ step, association }) => step === verb ? association : []);
		const [first] = entries;
		if (!first) continue;
		const removes = verb === "disassociate";
		const send = removes ? ec2.dryRunDisassociate : ec2.dryRunAssociate;
		await dryRun({
			verb,
			noun: "association",
			entries,
			subject: `${associationText(first)} in ${region}`,
			send: (signal) => send(first, signal),
			policy: () => applyPolicy(region, ipamRegion, { removes }),
			unknown: {
				state: "unknown",
				statusMessage: ""
			}
		}, permissionCheck, context);
	}
}
async function dryRun(question, permissionCheck, context) {
	const { log, runState } = context;
	const { verb, entries } = question;
	try {
		const evidence = permissionCheck === "ask" ? await askDryRun(question, context) : {
			grade: "not asked",
			text: `EC2 was not asked whether the role may ${verb} (permission-check: false)`
		};
		for (const entry of entries) runState.update(entry, { evidence: [...runState.pair(entry).evidence, evidence] });
		log.line(evidence.text);
	} catch (error) {
		const failure = asFailure(error);
		for (const entry of entries) runState.update(entry, { failure });
	}
}
async function askDryRun(question, context) {
	const { verb, subject } = question;
	try {
		const { verdict, requestId } = await call(question.send, context, context.limiter);
		if (verdict === "ignored") throw ignoredDryRun(question, context);
		return {
			grade: "proven",
			text: `EC2 DryRun permits this role to ${verb}${requestId === "" ? "" : ` (request id ${requestId})`}`
		};
	} catch (error) {
		if (!(error instanceof CallError)) throw error;
		const doing = `confirm the permission to ${verb} ${subject}`;
		if (error.result.kind !== "denied") throw toFailure(doing, error);
		throw toFailure(doing, error, {
			reason: "not-permitted",
			lines: policyToPaste(question.policy())
		});
	}
}
function ignoredDryRun({ subject, noun, entries, unknown }, context) {
	const [asked] = entries;
	if (asked) context.runState.update(asked, unknown);
	return new Failure("service-error", `EC2 answered the DryRun for ${subject} with success instead of DryRunOperation`, {
		likely: "An endpoint that ignores DryRun; AWS does not. It may have carried out the call.",
		next: `Look at the ${noun} in AWS now, and check the AWS_ENDPOINT_URL variables.`
	});
}
// src/apply/progress.ts
const quietMs = 3e4;
function startProgress(runState, { log, clock }, elapsed) {
	let lastText = "";
	let lastLoggedAt = clock.now();
	return () => {
		const pairs = runState.pairs();
		if (pairs.length < 2) return;
		const text = progressText(pairs);
		if (text === lastText && clock.now() - lastLoggedAt < quietMs) return;
		lastText = text;
		lastLoggedAt = clock.now();
		log.line(`${text}, ${elapsed()}`);
	};
}
function progressText(pairs) {
	const doneText = (isRemoval, word) => {
		const some = pairs.filter(({ association }) => association.remove === true === isRemoval);
		const done = some.filter(({ association, state }) => isAsWanted(association, state));
		return some.length === 0 ? [] : [`${done.length} of ${some.length} ${word}`];
	};
	const failed = pairs.filter(({ failure }) => failure).length;
	const pending = pairs.filter(({ association, state, failure }) => !failure && state === pendingStateOf(association));
	return [
		...doneText(false, "associated"),
		...doneText(true, "removed"),
		`${pending.length} pending`,
		...failed > 0 ? [`${failed} failed`] : []
	].join(", ");
}
// src/plan/differences.ts
function findDifferences(approved, plan) {
	const current = plan.changes.map(asApproved);
	const currentByPair = new Map(current.map((change) => [keyOf(change), change]));
	const approvedPairs = new Set(approved.map(keyOf));
	const added = new Set(current.filter((change) => !approvedPairs.has(keyOf(change)) && isChange(change.step)));
	const matched = approved.map((old) => {
		const sameCidr = isChange(old.step) ? [...added].find(({ cidr }) => cidr === old.cidr) : void 0;
		return [old, currentByPair.get(keyOf(old)) ?? sameCidr];
	});
	for (const [, change] of matched) if (change) added.delete(change);
	return [...matched.flatMap(([old, change]) => {
		if (!isChange(old.step) && !(change && isChange(change.step))) return [];
		return change ? differencesOf(old, change) : `${pairText(old)}: no longer in the plan`;
	}), ...added.values().map((change) => `${pairText(change)}: not in the approved plan; now ${change.state}`)];
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
const fields = [
	["account", "accountId"],
	["Region", "region"],
	["ASN", "asn"],
	["step", "step"],
	["state", "state"]
];
function differencesOf(old, change) {
	const texts = fields.filter(([, field]) => old[field] !== change[field]).map(([name, field]) => `${name} changed from ${old[field]} to ${change[field]}`);
	return texts.length === 0 ? [] : [`${pairText(old)}: ${texts.join(", ")}`];
}
function keyOf({ cidr, asn }) {
	return `${cidr} ${asn}`;
}
function pairText({ target: name, ...change }) {
	return `${associationText(change)} in ${targetText({
		name,
		...change
	})}`;
}
// src/plan/check.ts
const maxListed = 20;
function checkPlan(plan, policy) {
	const { approvedChanges } = policy;
	checkAll(plan, policy, approvedChanges && findDifferences(approvedChanges, plan));
}
function checkAll(plan, policy, differences) {
	const checkApproval = (...given) => checkDigest(...given, differences);
	const rejections = [
		checkRefusals,
		checkRemovals,
		checkApproval,
		checkCount,
		checkUnmanaged
	].flatMap((check) => check(plan, policy) ?? []);
	const [first] = rejections;
	if (!first) return;
	throw new Failure(first.reason, rejections.map(({ message }) => message).join(". "), {
		lines: rejections.flatMap(({ lines = [] }) => lines),
		problems: rejections.flatMap(({ problems = [] }) => problems)
	});
}
function checkRefusals(plan, { source }) {
	const { changes } = plan;
	const refused = changes.filter(({ step }) => step === "refuse");
	const [first] = refused;
	if (!first?.refusal) return void 0;
	if (source.form === "inputs") {
		const message = `Cannot ${first.route ? "change" : "associate"} ${entryText(first)} in ${first.target.region}: ${first.why}`;
		return {
			reason: first.refusal,
			message
		};
	}
	return {
		reason: "refused",
		message: `Nothing was changed: ${refused.length} of ${countEntries(changes.length, changes)} blocked`,
		problems: refused.flatMap((each) => problemsOf(each, `${each.refusal}: ${each.why}`))
	};
}
function problemsOf(change, text) {
	const { location } = entryOf$1(change);
	return location ? [{
		location,
		path: `${change.target.name}: ${entryText(change)}`,
		text
	}] : [];
}
function checkRemovals(plan, { allowRemove }) {
	const removals = plan.changes.filter(({ association, step }) => association?.remove && step !== "keep" && step !== "wait");
	if (allowRemove || removals.length === 0) return void 0;
	const needed = "needs the input allow-remove: true";
	return {
		reason: "refused",
		message: `Nothing was changed: ${countEntries(removals.length, removals)} to remove, which ${needed}`,
		problems: removals.flatMap((each) => problemsOf(each, `remove ${needed}`))
	};
}
function checkDigest(plan, { expectedPlan }, differences) {
	if (expectedPlan === void 0 || plan.digest === expectedPlan || !hasChanges(plan)) return;
	return {
		reason: "plan-changed",
		message: `The plan differs from the approved one: approved ${expectedPlan}, now ${plan.digest ?? "without a digest"}`,
		lines: differences ?? currentChanges(plan)
	};
}
function currentChanges(plan) {
	const changes = listChanges(plan);
	return [`The approved plan is in the summary of the plan job. The plan now ${verbOf(plan)}:`, ...listFirst(changes.map(changeText), maxListed)];
}
function changeText(change) {
	const name = `${entryText(change)} in ${targetText(change.target)}`;
	if (change.route) return `${name}: ${change.why}`;
	return `${name}: ${change.step === "disassociate" ? "to remove, " : ""}AWS shows it as ${change.before}`;
}
function verbOf(plan) {
	return listChanges(plan).every(({ step }) => step === "associate") ? "creates" : "changes";
}
function checkCount(plan, { maxChanges }) {
	const changes = listChanges(plan);
	if (maxChanges === void 0 || changes.length <= maxChanges) return void 0;
	return {
		reason: "too-many-changes",
		message: `The plan ${verbOf(plan)} ${countEntries(changes.length, changes)}, but max-changes is ${maxChanges}`
	};
}
function checkUnmanaged(plan, { unmanaged, source }) {
	const count = countUnmanaged(plan);
	if (unmanaged !== "fail" || count === "") return void 0;
	return {
		reason: "unmanaged",
		message: `Nothing was changed: AWS has ${count}, which ${source.form === "file" ? "the file does not have" : "the inputs do not name"}`,
		problems: plan.unmanaged.flatMap((each) => {
			const { location } = each;
			return location ? [{
				location,
				path: each.target.name,
				text: unmanagedText(each)
			}] : [];
		}),
		lines: [...plan.unmanaged.filter(({ location }) => !location).map(unmanagedText), ...(plan.unmanagedCidrs ?? []).slice(0, maxListed).map(unmanagedCidrText)]
	};
}
// src/associations.ts
const associations = {
	name: "associations",
	readInputs,
	entriesOf: (target) => target.associations,
	initialOutcomes: initialPairs,
	asns: "read",
	policyOf: (inputs, region, ipamRegion) => onlyReads(inputs) ? planPolicy(region, ipamRegion, { removes: inputs.allowRemove }) : applyPolicy(region, ipamRegion, { removes: inputs.allowRemove }),
	makePlan: async (connected, inputs, context) => makePlan(await observeAll(connected, inputs, context), inputs),
	addEvidence: addRpki,
	checkPlan,
	apply,
	conclude
};
async function observeAll(connected, inputs, context) {
	const traced = inputs.allowRemove ? connected.flatMap((each) => {
		const cidrs = cidrsToTrace(each);
		return cidrs.length === 0 ? [] : [{
			connected: each,
			cidrs
		}];
	}) : [];
	if (traced.length === 0) return connected;
	const { observeOrigins } = await __nccwpck_require__.e(/* import() */ 407).then(__nccwpck_require__.bind(__nccwpck_require__, 407)).then((n) => n.a);
	const ask = inputs.rpki?.source.form === "ripestat" ? "all" : "ipam";
	const origins = await observeOrigins(traced.map((each) => ({
		...each,
		ask
	})), inputs.concurrency, context);
	return connected.map((each) => ({
		...each,
		origins
	}));
}
async function addRpki(plan, { rpki }, context) {
	if (!rpki) return plan;
	context.log.group("RPKI");
	const { addVerdicts } = await __nccwpck_require__.e(/* import() */ 407).then(__nccwpck_require__.bind(__nccwpck_require__, 407)).then((n) => n.n);
	return addVerdicts(plan, rpki, context);
}
async function apply(plan, { connected, inputs, context, contextOf, runState, elapsed }) {
	if (plan.changes.every(({ step }) => step === "keep")) return;
	const reportProgress = startProgress(runState, context, elapsed);
	await forEachConcurrent(connected, inputs.concurrency, async ({ target, connection, observed, readAt, readCidrs }, isStopping) => {
		const targetContext = {
			...contextOf(target),
			changes: changesOf(plan, target),
			ec2: connection.ec2,
			renew: connection.renew,
			readCidrs,
			limiter: createRateLimiter(rates.associateIpamByoasn, context),
			inFlight: new Set(),
			runState,
			plannedAt: readAt,
			region: target.region,
			ipamRegion: observed.ipamRegion,
			mayStart: () => !isStopping() && !context.cancelled.aborted && (inputs.onFailure === "continue" || !runState.hasFailed()),
			reportProgress,
			elapsed
		};
		if (inputs.mode === "apply") return applyTarget(inputs.until, targetContext);
		await dryRunTarget(inputs.permissionCheck, targetContext);
	});
}



}),

480:
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  t: () => (t)
});
var e=Object.defineProperty,t=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r};

})

});
// The module cache
var __webpack_module_cache__ = {};

// The require function
function __nccwpck_require__(moduleId) {
	// Check if module is in cache
	var cachedModule = __webpack_module_cache__[moduleId];
	if (cachedModule !== undefined) {
		return cachedModule.exports;
	}
	// Create a new module (and put it into the cache)
	var module = __webpack_module_cache__[moduleId] = {
		// no module.id needed
		// no module.loaded needed
		exports: {}
	};

	// Execute the module function
	var threw = true;
	try {
		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
		threw = false;
	} finally {
		if(threw) delete __webpack_module_cache__[moduleId];
	}

	// Return the exports of the module
	return module.exports;
}

// expose the modules object (__webpack_modules__)
__nccwpck_require__.m = __webpack_modules__;

/* webpack/runtime/asset-relocator-loader */
if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";

/* webpack/runtime/create fake namespace object */
(() => {
	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
	var leafPrototypes;
	// create a fake namespace object
	// mode & 1: value is a module id, require it
	// mode & 2: merge all properties of value into the ns
	// mode & 4: return value when already ns object
	// mode & 16: return value when it's Promise-like
	// mode & 8|1: behave like require
	__nccwpck_require__.t = function(value, mode) {
		if(mode & 1) value = this(value);
		if(mode & 8) return value;
		if(typeof value === 'object' && value) {
			if((mode & 4) && value.__esModule) return value;
			if((mode & 16) && typeof value.then === 'function') return value;
		}
		var ns = Object.create(null);
		__nccwpck_require__.r(ns);
		var def = {};
		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
		}
		def['default'] = () => (value);
		__nccwpck_require__.d(ns, def);
		return ns;
	};
})();

/* webpack/runtime/define property getters */
(() => {
	// define getter functions for harmony exports
	__nccwpck_require__.d = (exports, definition) => {
		for(var key in definition) {
			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
			}
		}
	};
})();

/* webpack/runtime/ensure chunk */
(() => {
	__nccwpck_require__.f = {};
	// This file contains only the entry chunk.
	// The chunk loading function for additional chunks
	__nccwpck_require__.e = (chunkId) => {
		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
			__nccwpck_require__.f[key](chunkId, promises);
			return promises;
		}, []));
	};
})();

/* webpack/runtime/get javascript chunk filename */
(() => {
	// This function allow to reference async chunks
	__nccwpck_require__.u = (chunkId) => {
		// return url for filenames based on template
		return ({"2":"assume-role.js","128":"sts-dependencies.js","176":"routes.js","203":"main.js","219":"nested-clients-signin.js","311":"sts.js","328":"credential-providers.js","407":"evidence.js","456":"event-streams.js","481":"container-endpoint.js","505":"doctor-command.js","621":"credential-provider-imds.js","692":"sts.js","708":"export-command.js","733":"chain.js","738":"nested-clients-sso-oidc.js","776":"parse.js","777":"github.js","789":"chained-role.js"})[chunkId];
	};
})();

/* webpack/runtime/hasOwnProperty shorthand */
(() => {
	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
})();

/* webpack/runtime/make namespace object */
(() => {
	// define __esModule on exports
	__nccwpck_require__.r = (exports) => {
		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
		}
		Object.defineProperty(exports, '__esModule', { value: true });
	};
})();

/* webpack/runtime/import chunk loading */
(() => {
	// no baseURI
	
	// object to store loaded and loading chunks
	// undefined = chunk not loaded, null = chunk preloaded/prefetched
	// [resolve, Promise] = chunk loading, 0 = chunk loaded
	var installedChunks = {
		792: 0
	};
	
	var installChunk = (data) => {
		var {ids, modules, runtime} = data;
		// add "modules" to the modules object,
		// then flag all "ids" as loaded and fire callback
		var moduleId, chunkId, i = 0;
		for(moduleId in modules) {
			if(__nccwpck_require__.o(modules, moduleId)) {
				__nccwpck_require__.m[moduleId] = modules[moduleId];
			}
		}
		if(runtime) runtime(__nccwpck_require__);
		for(;i < ids.length; i++) {
			chunkId = ids[i];
			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
				installedChunks[chunkId][0]();
			}
			installedChunks[ids[i]] = 0;
		}
	
	}
	
	__nccwpck_require__.f.j = (chunkId, promises) => {
			// import() chunk loading for javascript
			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
			if(installedChunkData !== 0) { // 0 means "already installed".
	
				// a Promise means "currently loading".
				if(installedChunkData) {
					promises.push(installedChunkData[1]);
				} else {
					if(true) { // all chunks have JS
						// setup Promise in chunk cache
						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
							throw e;
						});
						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
						promises.push(installedChunkData[1] = promise);
					}
				}
			}
	};
	
	// no prefetching
	
	// no preloaded
	
	// no external install chunk
	
	// no on chunks loaded
})();

var __webpack_exports__ = {};
__nccwpck_require__.d(__webpack_exports__, {
  KF: () => (runAssociations),
  Kw: () => (runRoutes),
  ak: () => (runCli)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(247);

// src/program.ts
function runAssociations() {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.h)(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.t);
}
async function runRoutes() {
	const { routes } = await Promise.all(/* import() */[__nccwpck_require__.e(407), __nccwpck_require__.e(176)]).then(__nccwpck_require__.bind(__nccwpck_require__, 176));
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.h)(routes);
}
async function runCli(args) {
	await (await __nccwpck_require__.e(/* import() */ 203).then(__nccwpck_require__.bind(__nccwpck_require__, 203))).runCli(args);
}


var __webpack_exports__runAssociations = __webpack_exports__.KF;
var __webpack_exports__runCli = __webpack_exports__.ak;
var __webpack_exports__runRoutes = __webpack_exports__.Kw;
export { __webpack_exports__runAssociations as runAssociations, __webpack_exports__runCli as runCli, __webpack_exports__runRoutes as runRoutes };

// dist/route.js and dist/cli.js import this file too, by other URLs.
if (!import.meta.url.includes('?')) await __webpack_exports__runAssociations();
