export const id = 776;
export const ids = [776];
export const modules = {

776:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (parseConfig)
});

// EXTERNAL MODULE: ./valibot-dependencies.js
var valibot_dependencies = __webpack_require__(533);
// EXTERNAL MODULE: ./every-run.js + 2 modules
var every_run = __webpack_require__(247);
;// CONCATENATED MODULE: ./yaml-dependencies.js
const e=Symbol.for(`yaml.alias`),t=Symbol.for(`yaml.document`),n=Symbol.for(`yaml.map`),r=Symbol.for(`yaml.pair`),i=Symbol.for(`yaml.scalar`),a=Symbol.for(`yaml.seq`),o=Symbol.for(`yaml.node.type`),s=t=>!!t&&typeof t==`object`&&t[o]===e,c=e=>!!e&&typeof e==`object`&&e[o]===t,l=e=>!!e&&typeof e==`object`&&e[o]===n,u=e=>!!e&&typeof e==`object`&&e[o]===r,d=e=>!!e&&typeof e==`object`&&e[o]===i,f=e=>!!e&&typeof e==`object`&&e[o]===a;function p(e){if(e&&typeof e==`object`)switch(e[o]){case n:case a:return!0}return!1}function m(t){if(t&&typeof t==`object`)switch(t[o]){case e:case n:case i:case a:return!0}return!1}const h=e=>(d(e)||p(e))&&!!e.anchor,g=Symbol(`break visit`),_=Symbol(`skip children`),v=Symbol(`remove node`);function y(e,t){let n=x(t);c(e)?b(null,e.contents,n,Object.freeze([e]))===v&&(e.contents=null):b(null,e,n,Object.freeze([]))}y.BREAK=g,y.SKIP=_,y.REMOVE=v;function b(e,t,n,r){let i=S(e,t,n,r);if(m(i)||u(i))return C(e,r,i),b(e,i,n,r);if(typeof i!=`symbol`){if(p(t)){r=Object.freeze(r.concat(t));for(let e=0;e<t.items.length;++e){let i=b(e,t.items[e],n,r);if(typeof i==`number`)e=i-1;else if(i===g)return g;else i===v&&(t.items.splice(e,1),--e)}}else if(u(t)){r=Object.freeze(r.concat(t));let e=b(`key`,t.key,n,r);if(e===g)return g;e===v&&(t.key=null);let i=b(`value`,t.value,n,r);if(i===g)return g;i===v&&(t.value=null)}}return i}function x(e){return typeof e==`object`&&(e.Collection||e.Node||e.Value)?Object.assign({Alias:e.Node,Map:e.Node,Scalar:e.Node,Seq:e.Node},e.Value&&{Map:e.Value,Scalar:e.Value,Seq:e.Value},e.Collection&&{Map:e.Collection,Seq:e.Collection},e):e}function S(e,t,n,r){if(typeof n==`function`)return n(e,t,r);if(l(t))return n.Map?.(e,t,r);if(f(t))return n.Seq?.(e,t,r);if(u(t))return n.Pair?.(e,t,r);if(d(t))return n.Scalar?.(e,t,r);if(s(t))return n.Alias?.(e,t,r)}function C(e,t,n){let r=t[t.length-1];if(p(r))r.items[e]=n;else if(u(r))e===`key`?r.key=n:r.value=n;else if(c(r))r.contents=n;else{let e=s(r)?`alias`:`scalar`;throw Error(`Cannot replace node with ${e} parent`)}}const ee={"!":`%21`,",":`%2C`,"[":`%5B`,"]":`%5D`,"{":`%7B`,"}":`%7D`},w=e=>e.replace(/[!,[\]{}]/g,e=>ee[e]);var T=class e{constructor(t,n){this.docStart=null,this.docEnd=!1,this.yaml=Object.assign({},e.defaultYaml,t),this.tags=Object.assign({},e.defaultTags,n)}clone(){let t=new e(this.yaml,this.tags);return t.docStart=this.docStart,t}atDocument(){let t=new e(this.yaml,this.tags);switch(this.yaml.version){case`1.1`:this.atNextDocument=!0;break;case`1.2`:this.atNextDocument=!1,this.yaml={explicit:e.defaultYaml.explicit,version:`1.2`},this.tags=Object.assign({},e.defaultTags)}return t}add(t,n){this.atNextDocument&&=(this.yaml={explicit:e.defaultYaml.explicit,version:`1.1`},this.tags=Object.assign({},e.defaultTags),!1);let r=t.trim().split(/[ \t]+/),i=r.shift();switch(i){case`%TAG`:{if(r.length!==2&&(n(0,`%TAG directive should contain exactly two parts`),r.length<2))return!1;let[e,t]=r;return this.tags[e]=t,!0}case`%YAML`:{if(this.yaml.explicit=!0,r.length!==1)return n(0,`%YAML directive should contain exactly one part`),!1;let[e]=r;if(e===`1.1`||e===`1.2`)return this.yaml.version=e,!0;{let t=/^\d+\.\d+$/.test(e);return n(6,`Unsupported YAML version ${e}`,t),!1}}default:return n(0,`Unknown directive ${i}`,!0),!1}}tagName(e,t){if(e===`!`)return`!`;if(e[0]!==`!`)return t(`Not a valid tag: ${e}`),null;if(e[1]===`<`){let n=e.slice(2,-1);return n===`!`||n===`!!`?(t(`Verbatim tags aren't resolved, so ${e} is invalid.`),null):(e[e.length-1]!==`>`&&t(`Verbatim tags must end with a >`),n)}let[,n,r]=e.match(/^(.*!)([^!]*)$/s);r||t(`The ${e} tag has no suffix`);let i=this.tags[n];if(i)try{return i+decodeURIComponent(r)}catch(e){return t(String(e)),null}return n===`!`?e:(t(`Could not resolve tag: ${e}`),null)}tagString(e){for(let[t,n]of Object.entries(this.tags))if(e.startsWith(n))return t+w(e.substring(n.length));return e[0]===`!`?e:`!<${e}>`}toString(e){let t=this.yaml.explicit?[`%YAML ${this.yaml.version||`1.2`}`]:[],n=Object.entries(this.tags),r;if(e&&n.length>0&&m(e.contents)){let t={};y(e.contents,(e,n)=>{m(n)&&n.tag&&(t[n.tag]=!0)}),r=Object.keys(t)}else r=[];for(let[i,a]of n)i===`!!`&&a===`tag:yaml.org,2002:`||e&&!r.some(e=>e.startsWith(a))||t.push(`%TAG ${i} ${a}`);return t.join(`
`)}};T.defaultYaml={explicit:!1,version:`1.2`},T.defaultTags={"!!":`tag:yaml.org,2002:`};function te(e){if(/[\x00-\x19\s,[\]{}]/.test(e)){let t=`Anchor must not contain whitespace or control characters: ${JSON.stringify(e)}`;throw Error(t)}return!0}function ne(e){let t=new Set;return y(e,{Value(e,n){n.anchor&&t.add(n.anchor)}}),t}function re(e,t){for(let n=1;;++n){let r=`${e}${n}`;if(!t.has(r))return r}}function ie(e,t){let n=[],r=new Map,i=null;return{onAnchor:r=>{n.push(r),i??=ne(e);let a=re(t,i);return i.add(a),a},setAnchors:()=>{for(let e of n){let t=r.get(e);if(typeof t==`object`&&t.anchor&&(d(t.node)||p(t.node)))t.node.anchor=t.anchor;else{let t=Error(`Failed to resolve repeated object (this should not happen)`);throw t.source=e,t}}},sourceObjects:r}}function E(e,t,n,r){if(r&&typeof r==`object`){if(Array.isArray(r))for(let t=0,n=r.length;t<n;++t){let n=r[t],i=E(e,r,String(t),n);i===void 0?delete r[t]:i!==n&&(r[t]=i)}else if(r instanceof Map)for(let t of Array.from(r.keys())){let n=r.get(t),i=E(e,r,t,n);i===void 0?r.delete(t):i!==n&&r.set(t,i)}else if(r instanceof Set)for(let t of Array.from(r)){let n=E(e,r,t,t);n===void 0?r.delete(t):n!==t&&(r.delete(t),r.add(n))}else for(let[t,n]of Object.entries(r)){let i=E(e,r,t,n);i===void 0?delete r[t]:i!==n&&(r[t]=i)}}return e.call(t,n,r)}function D(e,t,n){if(Array.isArray(e))return e.map((e,t)=>D(e,String(t),n));if(e&&typeof e.toJSON==`function`){if(!n||!h(e))return e.toJSON(t,n);let r={aliasCount:0,count:1,res:void 0};n.anchors.set(e,r),n.onCreate=e=>{r.res=e,delete n.onCreate};let i=e.toJSON(t,n);return n.onCreate&&n.onCreate(i),i}return typeof e==`bigint`&&!n?.keep?Number(e):e}var ae=class{constructor(e){Object.defineProperty(this,o,{value:e})}clone(){let e=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return this.range&&(e.range=this.range.slice()),e}toJS(e,{mapAsMap:t,maxAliasCount:n,onAnchor:r,reviver:i}={}){if(!c(e))throw TypeError(`A document argument is required`);let a={anchors:new Map,doc:e,keep:!0,mapAsMap:t===!0,mapKeyWarned:!1,maxAliasCount:typeof n==`number`?n:100},o=D(this,``,a);if(typeof r==`function`)for(let{count:e,res:t}of a.anchors.values())r(t,e);return typeof i==`function`?E(i,{"":o},``,o):o}},oe=class extends ae{constructor(t){super(e),this.source=t,Object.defineProperty(this,"tag",{set(){throw Error(`Alias nodes cannot have tags`)}})}resolve(e,t){if(t?.maxAliasCount===0)throw ReferenceError(`Alias resolution is disabled`);let n;t?.aliasResolveCache?n=t.aliasResolveCache:(n=[],y(e,{Node:(e,t)=>{(s(t)||h(t))&&n.push(t)}}),t&&(t.aliasResolveCache=n));let r;for(let e of n){if(e===this)break;e.anchor===this.source&&(r=e)}if(r&&t){let{anchors:e,doc:n,maxAliasCount:i}=t,a=e.get(r);if(a||=(D(r,null,t),e.get(r)),a?.res===void 0)throw ReferenceError(`This should not happen: Alias anchor was not resolved?`);if(i>=0&&(a.count+=1,a.aliasCount===0&&(a.aliasCount=se(n,r,e)),a.count*a.aliasCount>i))throw ReferenceError(`Excessive alias count indicates a resource exhaustion attack`)}return r}toJSON(e,t){if(!t)return{source:this.source};let n=this.resolve(t.doc,t);if(!n){let e=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw ReferenceError(e)}return t.anchors.get(n).res}toString(e,t,n){let r=`*${this.source}`;if(e){if(te(this.source),e.options.verifyAliasOrder&&!e.anchors.has(this.source)){let e=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw Error(e)}if(e.implicitKey)return`${r} `}return r}};function se(e,t,n){if(s(t)){let r=t.resolve(e),i=n&&r&&n.get(r);return i?i.count*i.aliasCount:0}if(p(t)){let r=0;for(let i of t.items){let t=se(e,i,n);t>r&&(r=t)}return r}if(u(t)){let r=se(e,t.key,n),i=se(e,t.value,n);return Math.max(r,i)}return 1}const ce=e=>!e||typeof e!=`function`&&typeof e!=`object`;var O=class extends ae{constructor(e){super(i),this.value=e}toJSON(e,t){return t?.keep?this.value:D(this.value,e,t)}toString(){return String(this.value)}};O.BLOCK_FOLDED=`BLOCK_FOLDED`,O.BLOCK_LITERAL=`BLOCK_LITERAL`,O.PLAIN=`PLAIN`,O.QUOTE_DOUBLE=`QUOTE_DOUBLE`,O.QUOTE_SINGLE=`QUOTE_SINGLE`;function le(e,t,n){if(t){let e=n.filter(e=>e.tag===t),r=e.find(e=>!e.format)??e[0];if(!r)throw Error(`Tag ${t} not found`);return r}return n.find(t=>t.identify?.(e)&&!t.format)}function k(e,t,r){if(c(e)&&(e=e.contents),m(e))return e;if(u(e)){let t=r.schema[n].createNode?.(r.schema,null,r);return t.items.push(e),t}(e instanceof String||e instanceof Number||e instanceof Boolean||typeof BigInt<`u`&&e instanceof BigInt)&&(e=e.valueOf());let{aliasDuplicateObjects:i,onAnchor:o,onTagObj:s,schema:l,sourceObjects:d}=r,f;if(i&&e&&typeof e==`object`){if(f=d.get(e),f)return f.anchor??(f.anchor=o(e)),new oe(f.anchor);f={anchor:null,node:null},d.set(e,f)}t?.startsWith(`!!`)&&(t=`tag:yaml.org,2002:`+t.slice(2));let p=le(e,t,l.tags);if(!p){if(e&&typeof e.toJSON==`function`&&(e=e.toJSON()),!e||typeof e!=`object`){let t=new O(e);return f&&(f.node=t),t}p=e instanceof Map?l[n]:Symbol.iterator in Object(e)?l[a]:l[n]}s&&(s(p),delete r.onTagObj);let h=p?.createNode?p.createNode(r.schema,e,r):typeof p?.nodeClass?.from==`function`?p.nodeClass.from(r.schema,e,r):new O(e);return t?h.tag=t:p.default||(h.tag=p.tag),f&&(f.node=h),h}function ue(e,t,n){let r=n;for(let e=t.length-1;e>=0;--e){let n=t[e];if(typeof n==`number`&&Number.isInteger(n)&&n>=0){let e=[];e[n]=r,r=e}else r=new Map([[n,r]])}return k(r,void 0,{aliasDuplicateObjects:!1,keepUndefined:!1,onAnchor:()=>{throw Error(`This should not happen, please report a bug.`)},schema:e,sourceObjects:new Map})}const A=e=>e==null||typeof e==`object`&&!!e[Symbol.iterator]().next().done;var de=class extends ae{constructor(e,t){super(e),Object.defineProperty(this,"schema",{value:t,configurable:!0,enumerable:!1,writable:!0})}clone(e){let t=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return e&&(t.schema=e),t.items=t.items.map(t=>m(t)||u(t)?t.clone(e):t),this.range&&(t.range=this.range.slice()),t}addIn(e,t){if(A(e))this.add(t);else{let[n,...r]=e,i=this.get(n,!0);if(p(i))i.addIn(r,t);else if(i===void 0&&this.schema)this.set(n,ue(this.schema,r,t));else throw Error(`Expected YAML collection at ${n}. Remaining path: ${r}`)}}deleteIn(e){let[t,...n]=e;if(n.length===0)return this.delete(t);let r=this.get(t,!0);if(p(r))return r.deleteIn(n);throw Error(`Expected YAML collection at ${t}. Remaining path: ${n}`)}getIn(e,t){let[n,...r]=e,i=this.get(n,!0);return r.length===0?!t&&d(i)?i.value:i:p(i)?i.getIn(r,t):void 0}hasAllNullValues(e){return this.items.every(t=>{if(!u(t))return!1;let n=t.value;return n==null||e&&d(n)&&n.value==null&&!n.commentBefore&&!n.comment&&!n.tag})}hasIn(e){let[t,...n]=e;if(n.length===0)return this.has(t);let r=this.get(t,!0);return p(r)?r.hasIn(n):!1}setIn(e,t){let[n,...r]=e;if(r.length===0)this.set(n,t);else{let e=this.get(n,!0);if(p(e))e.setIn(r,t);else if(e===void 0&&this.schema)this.set(n,ue(this.schema,r,t));else throw Error(`Expected YAML collection at ${n}. Remaining path: ${r}`)}}};const fe=e=>e.replace(/^(?!$)(?: $)?/gm,`#`);function j(e,t){return/^\n+$/.test(e)?e.substring(1):t?e.replace(/^(?! *$)/gm,t):e}const M=(e,t,n)=>e.endsWith(`
`)?j(n,t):n.includes(`
`)?`
`+j(n,t):(e.endsWith(` `)?``:` `)+n,pe=`flow`;function me(e,t,n=`flow`,{indentAtStart:r,lineWidth:i=80,minContentWidth:a=20,onFold:o,onOverflow:s}={}){if(!i||i<0)return e;i<a&&(a=0);let c=Math.max(1+a,1+i-t.length);if(e.length<=c)return e;let l=[],u={},d=i-t.length;typeof r==`number`&&(r>i-Math.max(2,a)?l.push(0):d=i-r);let f,p,m=!1,h=-1,g=-1,_=-1;n===`block`&&(h=he(e,h,t.length),h!==-1&&(d=h+c));for(let r;r=e[h+=1];){if(n===`quoted`&&r===`\\`){switch(g=h,e[h+1]){case`x`:h+=3;break;case`u`:h+=5;break;case`U`:h+=9;break;default:h+=1}_=h}if(r===`
`)n===`block`&&(h=he(e,h,t.length)),d=h+t.length+c,f=void 0;else{if(r===` `&&p&&p!==` `&&p!==`
`&&p!==`	`){let t=e[h+1];t&&t!==` `&&t!==`
`&&t!==`	`&&(f=h)}if(h>=d){if(f)l.push(f),d=f+c,f=void 0;else if(n===`quoted`){for(;p===` `||p===`	`;)p=r,r=e[h+=1],m=!0;let t=h>_+1?h-2:g-1;if(u[t])return e;l.push(t),u[t]=!0,d=t+c,f=void 0}else m=!0}}p=r}if(m&&s&&s(),l.length===0)return e;o&&o();let v=e.slice(0,l[0]);for(let r=0;r<l.length;++r){let i=l[r],a=l[r+1]||e.length;i===0?v=`\n${t}${e.slice(0,a)}`:(n===`quoted`&&u[i]&&(v+=`${e[i]}\\`),v+=`\n${t}${e.slice(i+1,a)}`)}return v}function he(e,t,n){let r=t,i=t+1,a=e[i];for(;a===` `||a===`	`;)if(t<i+n)a=e[++t];else{do a=e[++t];while(a&&a!==`
`);r=t,i=t+1,a=e[i]}return r}const ge=(e,t)=>({indentAtStart:t?e.indent.length:e.indentAtStart,lineWidth:e.options.lineWidth,minContentWidth:e.options.minContentWidth}),_e=e=>/^(%|---|\.\.\.)/m.test(e);function ve(e,t,n){if(!t||t<0)return!1;let r=t-n,i=e.length;if(i<=r)return!1;for(let t=0,n=0;t<i;++t)if(e[t]===`
`){if(t-n>r)return!0;if(n=t+1,i-n<=r)return!1}return!0}function N(e,t){let n=JSON.stringify(e);if(t.options.doubleQuotedAsJSON)return n;let{implicitKey:r}=t,i=t.options.doubleQuotedMinMultiLineLength,a=t.indent||(_e(e)?`  `:``),o=``,s=0;for(let e=0,t=n[e];t;t=n[++e])if(t===` `&&n[e+1]===`\\`&&n[e+2]===`n`&&(o+=n.slice(s,e)+`\\ `,e+=1,s=e,t=`\\`),t===`\\`)switch(n[e+1]){case`u`:{o+=n.slice(s,e);let t=n.substr(e+2,4);switch(t){case`0000`:o+=`\\0`;break;case`0007`:o+=`\\a`;break;case`000b`:o+=`\\v`;break;case`001b`:o+=`\\e`;break;case`0085`:o+=`\\N`;break;case`00a0`:o+=`\\_`;break;case`2028`:o+=`\\L`;break;case`2029`:o+=`\\P`;break;default:t.substr(0,2)===`00`?o+=`\\x`+t.substr(2):o+=n.substr(e,6)}e+=5,s=e+1}break;case`n`:if(r||n[e+2]===`"`||n.length<i)e+=1;else{for(o+=n.slice(s,e)+`

`;n[e+2]===`\\`&&n[e+3]===`n`&&n[e+4]!==`"`;)o+=`
`,e+=2;o+=a,n[e+2]===` `&&(o+=`\\`),e+=1,s=e+1}break;default:e+=1}return o=s?o+n.slice(s):n,r?o:me(o,a,`quoted`,ge(t,!1))}function ye(e,t){if(t.options.singleQuote===!1||t.implicitKey&&e.includes(`
`)||/[ \t]\n|\n[ \t]/.test(e))return N(e,t);let n=t.indent||(_e(e)?`  `:``),r=`'`+e.replace(/'/g,`''`).replace(/\n+/g,`$&\n${n}`)+`'`;return t.implicitKey?r:me(r,n,pe,ge(t,!1))}function P(e,t){let{singleQuote:n}=t.options,r;if(n===!1)r=N;else{let t=e.includes(`"`),i=e.includes(`'`);r=t&&!i?ye:i&&!t?N:n?ye:N}return r(e,t)}let be;try{be=RegExp(`(^|(?<!
))
+(?!
|$)`,`g`)}catch{be=/\n+(?!\n|$)/g}function xe({comment:e,type:t,value:n},r,i,a){let{blockQuote:o,commentString:s,lineWidth:c}=r.options;if(!o||/\n[\t ]+$/.test(n))return P(n,r);let l=r.indent||(r.forceBlockIndent||_e(n)?`  `:``),u=o===`literal`?!0:o===`folded`||t===O.BLOCK_FOLDED?!1:t===O.BLOCK_LITERAL||!ve(n,c,l.length);if(!n)return u?`|
`:`>
`;let d,f;for(f=n.length;f>0;--f){let e=n[f-1];if(e!==`
`&&e!==`	`&&e!==` `)break}let p=n.substring(f),m=p.indexOf(`
`);m===-1?d=`-`:n===p||m!==p.length-1?(d=`+`,a&&a()):d=``,p&&=(n=n.slice(0,-p.length),p[p.length-1]===`
`&&(p=p.slice(0,-1)),p.replace(be,`$&${l}`));let h=!1,g,_=-1;for(g=0;g<n.length;++g){let e=n[g];if(e===` `)h=!0;else if(e===`
`)_=g;else break}let v=n.substring(0,_<g?_+1:g);v&&=(n=n.substring(v.length),v.replace(/\n+/g,`$&${l}`));let y=(h?l?`2`:`1`:``)+d;if(e&&(y+=` `+s(e.replace(/ ?[\r\n]+/g,` `)),i&&i()),!u){let e=n.replace(/\n+/g,`
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g,`$1$2`).replace(/\n+/g,`$&${l}`),i=!1,a=ge(r,!0);o!==`folded`&&t!==O.BLOCK_FOLDED&&(a.onOverflow=()=>{i=!0});let s=me(`${v}${e}${p}`,l,`block`,a);if(!i)return`>${y}\n${l}${s}`}return n=n.replace(/\n+/g,`$&${l}`),`|${y}\n${l}${v}${n}${p}`}function Se(e,t,n,r){let{type:i,value:a}=e,{actualString:o,implicitKey:s,indent:c,indentStep:l,inFlow:u}=t;if(s&&a.includes(`
`)||u&&/[[\]{},]/.test(a))return P(a,t);if(/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(a))return s||u||!a.includes(`
`)?P(a,t):xe(e,t,n,r);if(!s&&!u&&i!==O.PLAIN&&a.includes(`
`))return xe(e,t,n,r);if(_e(a)){if(c===``)return t.forceBlockIndent=!0,xe(e,t,n,r);if(s&&c===l)return P(a,t)}let d=a.replace(/\n+/g,`$&\n${c}`);if(o){let e=e=>e.default&&e.tag!==`tag:yaml.org,2002:str`&&e.test?.test(d),{compat:n,tags:r}=t.doc.schema;if(r.some(e)||n?.some(e))return P(a,t)}return s?d:me(d,c,pe,ge(t,!1))}function Ce(e,t,n,r){let{implicitKey:i,inFlow:a}=t,o=typeof e.value==`string`?e:Object.assign({},e,{value:String(e.value)}),{type:s}=e;s!==O.QUOTE_DOUBLE&&/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(o.value)&&(s=O.QUOTE_DOUBLE);let c=e=>{switch(e){case O.BLOCK_FOLDED:case O.BLOCK_LITERAL:return i||a?P(o.value,t):xe(o,t,n,r);case O.QUOTE_DOUBLE:return N(o.value,t);case O.QUOTE_SINGLE:return ye(o.value,t);case O.PLAIN:return Se(o,t,n,r);default:return null}},l=c(s);if(l===null){let{defaultKeyType:e,defaultStringType:n}=t.options,r=i&&e||n;if(l=c(r),l===null)throw Error(`Unsupported default string type ${r}`)}return l}function we(e,t){let n=Object.assign({blockQuote:!0,commentString:fe,defaultKeyType:null,defaultStringType:`PLAIN`,directives:null,doubleQuotedAsJSON:!1,doubleQuotedMinMultiLineLength:40,falseStr:`false`,flowCollectionPadding:!0,indentSeq:!0,lineWidth:80,minContentWidth:20,nullStr:`null`,simpleKeys:!1,singleQuote:null,trailingComma:!1,trueStr:`true`,verifyAliasOrder:!0},e.schema.toStringOptions,t),r;switch(n.collectionStyle){case`block`:r=!1;break;case`flow`:r=!0;break;default:r=null}return{anchors:new Set,doc:e,flowCollectionPadding:n.flowCollectionPadding?` `:``,indent:``,indentStep:typeof n.indent==`number`?` `.repeat(n.indent):`  `,inFlow:r,options:n}}function Te(e,t){if(t.tag){let n=e.filter(e=>e.tag===t.tag);if(n.length>0)return n.find(e=>e.format===t.format)??n[0]}let n,r;if(d(t)){r=t.value;let i=e.filter(e=>e.identify?.(r));if(i.length>1){let e=i.filter(e=>e.test);e.length>0&&(i=e)}n=i.find(e=>e.format===t.format)??i.find(e=>!e.format)}else r=t,n=e.find(e=>e.nodeClass&&r instanceof e.nodeClass);if(!n){let e=r?.constructor?.name??(r===null?`null`:typeof r);throw Error(`Tag not resolved for ${e} value`)}return n}function Ee(e,t,{anchors:n,doc:r}){if(!r.directives)return``;let i=[],a=(d(e)||p(e))&&e.anchor;a&&te(a)&&(n.add(a),i.push(`&${a}`));let o=e.tag??(t.default?null:t.tag);return o&&i.push(r.directives.tagString(o)),i.join(` `)}function F(e,t,n,r){if(u(e))return e.toString(t,n,r);if(s(e)){if(t.doc.directives)return e.toString(t);if(t.resolvedAliases?.has(e))throw TypeError(`Cannot stringify circular structure without alias nodes`);t.resolvedAliases?t.resolvedAliases.add(e):t.resolvedAliases=new Set([e]),e=e.resolve(t.doc)}let i,a=m(e)?e:t.doc.createNode(e,{onTagObj:e=>i=e});i??=Te(t.doc.schema.tags,a);let o=Ee(a,i,t);o.length>0&&(t.indentAtStart=(t.indentAtStart??0)+o.length+1);let c=typeof i.stringify==`function`?i.stringify(a,t,n,r):d(a)?Ce(a,t,n,r):a.toString(t,n,r);return o?d(a)||c[0]===`{`||c[0]===`[`?`${o} ${c}`:`${o}\n${t.indent}${c}`:c}function De({key:e,value:t},n,r,i){let{allNullValues:a,doc:o,indent:s,indentStep:c,options:{commentString:l,indentSeq:u,simpleKeys:h}}=n,g=m(e)&&e.comment||null;if(h){if(g)throw Error(`With simple keys, key nodes cannot have comments`);if(p(e)||!m(e)&&typeof e==`object`)throw Error(`With simple keys, collection cannot be used as a key value`)}let _=!h&&(!e||g&&t==null&&!n.inFlow||p(e)||(d(e)?e.type===O.BLOCK_FOLDED||e.type===O.BLOCK_LITERAL:typeof e==`object`));n=Object.assign({},n,{allNullValues:!1,implicitKey:!_&&(h||!a),indent:s+c});let v=!1,y=!1,b=F(e,n,()=>v=!0,()=>y=!0);if(!_&&!n.inFlow&&b.length>1024){if(h)throw Error(`With simple keys, single line scalar must not span more than 1024 characters`);_=!0}if(n.inFlow){if(a||t==null)return v&&r&&r(),b===``?`?`:_?`? ${b}`:b}else if(a&&!h||t==null&&_)return b=`? ${b}`,g&&!v?b+=M(b,n.indent,l(g)):y&&i&&i(),b;v&&(g=null),_?(g&&(b+=M(b,n.indent,l(g))),b=`? ${b}\n${s}:`):(b=`${b}:`,g&&(b+=M(b,n.indent,l(g))));let x,S,C;m(t)?(x=!!t.spaceBefore,S=t.commentBefore,C=t.comment):(x=!1,S=null,C=null,t&&typeof t==`object`&&(t=o.createNode(t))),n.implicitKey=!1,!_&&!g&&d(t)&&(n.indentAtStart=b.length+1),y=!1,!u&&c.length>=2&&!n.inFlow&&!_&&f(t)&&!t.flow&&!t.tag&&!t.anchor&&(n.indent=n.indent.substring(2));let ee=!1,w=F(t,n,()=>ee=!0,()=>y=!0),T=` `;if(g||x||S){if(T=x?`
`:``,S){let e=l(S);T+=`\n${j(e,n.indent)}`}w===``&&!n.inFlow?T===`
`&&C&&(T=`

`):T+=`\n${n.indent}`}else if(!_&&p(t)){let e=w[0],r=w.indexOf(`
`),i=r!==-1,a=n.inFlow??t.flow??t.items.length===0;if(i||!a){let t=!1;if(i&&(e===`&`||e===`!`)){let n=w.indexOf(` `);e===`&`&&n!==-1&&n<r&&w[n+1]===`!`&&(n=w.indexOf(` `,n+1)),(n===-1||r<n)&&(t=!0)}t||(T=`\n${n.indent}`)}}else(w===``||w[0]===`
`)&&(T=``);return b+=T+w,n.inFlow?ee&&r&&r():C&&!ee?b+=M(b,n.indent,l(C)):y&&i&&i(),b}function Oe(e,t){(e===`debug`||e===`warn`)&&console.warn(t)}const I={identify:e=>e===`<<`||typeof e==`symbol`&&e.description===`<<`,default:`key`,tag:`tag:yaml.org,2002:merge`,test:/^<<$/,resolve:()=>Object.assign(new O(Symbol(`<<`)),{addToJSMap:Ae}),stringify:()=>`<<`},ke=(e,t)=>(I.identify(t)||d(t)&&(!t.type||t.type===O.PLAIN)&&I.identify(t.value))&&e?.doc.schema.tags.some(e=>e.tag===I.tag&&e.default);function Ae(e,t,n){let r=Me(e,n);if(f(r))for(let n of r.items)je(e,t,n);else if(Array.isArray(r))for(let n of r)je(e,t,n);else je(e,t,r)}function je(e,t,n){let r=Me(e,n);if(!l(r))throw Error(`Merge sources must be maps or map aliases`);let i=r.toJSON(null,e,Map);for(let[e,n]of i)t instanceof Map?t.has(e)||t.set(e,n):t instanceof Set?t.add(e):Object.prototype.hasOwnProperty.call(t,e)||Object.defineProperty(t,e,{value:n,writable:!0,enumerable:!0,configurable:!0});return t}function Me(e,t){return e&&s(t)?t.resolve(e.doc,e):t}function Ne(e,t,{key:n,value:r}){if(m(n)&&n.addToJSMap)n.addToJSMap(e,t,r);else if(ke(e,n))Ae(e,t,r);else{let i=D(n,``,e);if(t instanceof Map)t.set(i,D(r,i,e));else if(t instanceof Set)t.add(i);else{let a=Pe(n,i,e),o=D(r,a,e);a in t?Object.defineProperty(t,a,{value:o,writable:!0,enumerable:!0,configurable:!0}):t[a]=o}}return t}function Pe(e,t,n){if(t===null)return``;if(typeof t!=`object`)return String(t);if(m(e)&&n?.doc){let t=we(n.doc,{});t.anchors=new Set;for(let e of n.anchors.keys())t.anchors.add(e.anchor);t.inFlow=!0,t.inStringifyKey=!0;let r=e.toString(t);if(!n.mapKeyWarned){let e=JSON.stringify(r);e.length>40&&(e=e.substring(0,36)+`..."`),Oe(n.doc.options.logLevel,`Keys with collection values will be stringified due to JS Object restrictions: ${e}. Set mapAsMap: true to use object keys.`),n.mapKeyWarned=!0}return r}return JSON.stringify(t)}function Fe(e,t,n){return new L(k(e,void 0,n),k(t,void 0,n))}var L=class e{constructor(e,t=null){Object.defineProperty(this,o,{value:r}),this.key=e,this.value=t}clone(t){let{key:n,value:r}=this;return m(n)&&(n=n.clone(t)),m(r)&&(r=r.clone(t)),new e(n,r)}toJSON(e,t){return Ne(t,t?.mapAsMap?new Map:{},this)}toString(e,t,n){return e?.doc?De(this,e,t,n):JSON.stringify(this)}};function Ie(e,t,n){return(t.inFlow??e.flow?Re:Le)(e,t,n)}function Le({comment:e,items:t},n,{blockItemPrefix:r,flowChars:i,itemIndent:a,onChompKeep:o,onComment:s}){let{indent:c,options:{commentString:l}}=n,d=Object.assign({},n,{indent:a,type:null}),f=!1,p=[];for(let e=0;e<t.length;++e){let i=t[e],o=null;if(m(i))!f&&i.spaceBefore&&p.push(``),ze(n,p,i.commentBefore,f),i.comment&&(o=i.comment);else if(u(i)){let e=m(i.key)?i.key:null;e&&(!f&&e.spaceBefore&&p.push(``),ze(n,p,e.commentBefore,f))}f=!1;let s=F(i,d,()=>o=null,()=>f=!0);o&&(s+=M(s,a,l(o))),f&&o&&(f=!1),p.push(r+s)}let h;if(p.length===0)h=i.start+i.end;else{h=p[0];for(let e=1;e<p.length;++e){let t=p[e];h+=t?`\n${c}${t}`:`
`}}return e?(h+=`
`+j(l(e),c),s&&s()):f&&o&&o(),h}function Re({items:e},t,{flowChars:n,itemIndent:r}){let{indent:i,indentStep:a,flowCollectionPadding:o,options:{commentString:s}}=t;r+=a;let c=Object.assign({},t,{indent:r,inFlow:!0,type:null}),l=!1,d=0,f=[];for(let n=0;n<e.length;++n){let i=e[n],a=null;if(m(i))i.spaceBefore&&f.push(``),ze(t,f,i.commentBefore,!1),i.comment&&(a=i.comment);else if(u(i)){let e=m(i.key)?i.key:null;e&&(e.spaceBefore&&f.push(``),ze(t,f,e.commentBefore,!1),e.comment&&(l=!0));let n=m(i.value)?i.value:null;n?(n.comment&&(a=n.comment),n.commentBefore&&(l=!0)):i.value==null&&e?.comment&&(a=e.comment)}a&&(l=!0);let o=F(i,c,()=>a=null);l||=f.length>d||o.includes(`
`),n<e.length-1?o+=`,`:t.options.trailingComma&&(t.options.lineWidth>0&&(l||=f.reduce((e,t)=>e+t.length+2,2)+(o.length+2)>t.options.lineWidth),l&&(o+=`,`)),a&&(o+=M(o,r,s(a))),f.push(o),d=f.length}let{start:p,end:h}=n;if(f.length===0)return p+h;if(!l){let e=f.reduce((e,t)=>e+t.length+2,2);l=t.options.lineWidth>0&&e>t.options.lineWidth}if(l){let e=p;for(let t of f)e+=t?`\n${a}${i}${t}`:`
`;return`${e}\n${i}${h}`}return`${p}${o}${f.join(` `)}${o}${h}`}function ze({indent:e,options:{commentString:t}},n,r,i){if(r&&i&&(r=r.replace(/^\n+/,``)),r){let i=j(t(r),e);n.push(i.trimStart())}}function R(e,t){let n=d(t)?t.value:t;for(let r of e)if(u(r)&&(r.key===t||r.key===n||d(r.key)&&r.key.value===n))return r}var z=class extends de{static get tagName(){return`tag:yaml.org,2002:map`}constructor(e){super(n,e),this.items=[]}static from(e,t,n){let{keepUndefined:r,replacer:i}=n,a=new this(e),o=(e,o)=>{if(typeof i==`function`)o=i.call(t,e,o);else if(Array.isArray(i)&&!i.includes(e))return;(o!==void 0||r)&&a.items.push(Fe(e,o,n))};if(t instanceof Map)for(let[e,n]of t)o(e,n);else if(t&&typeof t==`object`)for(let e of Object.keys(t))o(e,t[e]);return typeof e.sortMapEntries==`function`&&a.items.sort(e.sortMapEntries),a}add(e,t){let n;n=u(e)?e:!e||typeof e!=`object`||!(`key`in e)?new L(e,e?.value):new L(e.key,e.value);let r=R(this.items,n.key),i=this.schema?.sortMapEntries;if(r){if(!t)throw Error(`Key ${n.key} already set`);d(r.value)&&ce(n.value)?r.value.value=n.value:r.value=n.value}else if(i){let e=this.items.findIndex(e=>i(n,e)<0);e===-1?this.items.push(n):this.items.splice(e,0,n)}else this.items.push(n)}delete(e){let t=R(this.items,e);return t?this.items.splice(this.items.indexOf(t),1).length>0:!1}get(e,t){let n=R(this.items,e)?.value;return(!t&&d(n)?n.value:n)??void 0}has(e){return!!R(this.items,e)}set(e,t){this.add(new L(e,t),!0)}toJSON(e,t,n){let r=n?new n:t?.mapAsMap?new Map:{};t?.onCreate&&t.onCreate(r);for(let e of this.items)Ne(t,r,e);return r}toString(e,t,n){if(!e)return JSON.stringify(this);for(let e of this.items)if(!u(e))throw Error(`Map items must all be pairs; found ${JSON.stringify(e)} instead`);return!e.allNullValues&&this.hasAllNullValues(!1)&&(e=Object.assign({},e,{allNullValues:!0})),Ie(this,e,{blockItemPrefix:``,flowChars:{start:`{`,end:`}`},itemIndent:e.indent||``,onChompKeep:n,onComment:t})}};const B={collection:`map`,default:!0,nodeClass:z,tag:`tag:yaml.org,2002:map`,resolve(e,t){return l(e)||t(`Expected a mapping for this tag`),e},createNode:(e,t,n)=>z.from(e,t,n)};var V=class extends de{static get tagName(){return`tag:yaml.org,2002:seq`}constructor(e){super(a,e),this.items=[]}add(e){this.items.push(e)}delete(e){let t=Be(e);return typeof t==`number`&&this.items.splice(t,1).length>0}get(e,t){let n=Be(e);if(typeof n!=`number`)return;let r=this.items[n];return!t&&d(r)?r.value:r}has(e){let t=Be(e);return typeof t==`number`&&t<this.items.length}set(e,t){let n=Be(e);if(typeof n!=`number`)throw Error(`Expected a valid index, not ${e}.`);let r=this.items[n];d(r)&&ce(t)?r.value=t:this.items[n]=t}toJSON(e,t){let n=[];t?.onCreate&&t.onCreate(n);let r=0;for(let e of this.items)n.push(D(e,String(r++),t));return n}toString(e,t,n){return e?Ie(this,e,{blockItemPrefix:`- `,flowChars:{start:`[`,end:`]`},itemIndent:(e.indent||``)+`  `,onChompKeep:n,onComment:t}):JSON.stringify(this)}static from(e,t,n){let{replacer:r}=n,i=new this(e);if(t&&Symbol.iterator in Object(t)){let e=0;for(let a of t){if(typeof r==`function`){let n=t instanceof Set?a:String(e++);a=r.call(t,n,a)}i.items.push(k(a,void 0,n))}}return i}};function Be(e){let t=d(e)?e.value:e;return t&&typeof t==`string`&&(t=Number(t)),typeof t==`number`&&Number.isInteger(t)&&t>=0?t:null}const H={collection:`seq`,default:!0,nodeClass:V,tag:`tag:yaml.org,2002:seq`,resolve(e,t){return f(e)||t(`Expected a sequence for this tag`),e},createNode:(e,t,n)=>V.from(e,t,n)},Ve={identify:e=>typeof e==`string`,default:!0,tag:`tag:yaml.org,2002:str`,resolve:e=>e,stringify(e,t,n,r){return t=Object.assign({actualString:!0},t),Ce(e,t,n,r)}},He={identify:e=>e==null,createNode:()=>new O(null),default:!0,tag:`tag:yaml.org,2002:null`,test:/^(?:~|[Nn]ull|NULL)?$/,resolve:()=>new O(null),stringify:({source:e},t)=>typeof e==`string`&&He.test.test(e)?e:t.options.nullStr},Ue={identify:e=>typeof e==`boolean`,default:!0,tag:`tag:yaml.org,2002:bool`,test:/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,resolve:e=>new O(e[0]===`t`||e[0]===`T`),stringify({source:e,value:t},n){return e&&Ue.test.test(e)&&t===(e[0]===`t`||e[0]===`T`)?e:t?n.options.trueStr:n.options.falseStr}};function U({format:e,minFractionDigits:t,tag:n,value:r}){if(typeof r==`bigint`)return String(r);let i=typeof r==`number`?r:Number(r);if(!isFinite(i))return isNaN(i)?`.nan`:i<0?`-.inf`:`.inf`;let a=Object.is(r,-0)?`-0`:JSON.stringify(r);if(!e&&t&&(!n||n===`tag:yaml.org,2002:float`)&&/^-?\d/.test(a)&&!a.includes(`e`)){let e=a.indexOf(`.`);e<0&&(e=a.length,a+=`.`);let n=t-(a.length-e-1);for(;n-->0;)a+=`0`}return a}const We={identify:e=>typeof e==`number`,default:!0,tag:`tag:yaml.org,2002:float`,test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:e=>e.slice(-3).toLowerCase()===`nan`?NaN:e[0]===`-`?-1/0:1/0,stringify:U},Ge={identify:e=>typeof e==`number`,default:!0,tag:`tag:yaml.org,2002:float`,format:`EXP`,test:/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,resolve:e=>parseFloat(e),stringify(e){let t=Number(e.value);return isFinite(t)?t.toExponential():U(e)}},Ke={identify:e=>typeof e==`number`,default:!0,tag:`tag:yaml.org,2002:float`,test:/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,resolve(e){let t=new O(parseFloat(e)),n=e.indexOf(`.`);return n!==-1&&e[e.length-1]===`0`&&(t.minFractionDigits=e.length-n-1),t},stringify:U},qe=e=>typeof e==`bigint`||Number.isInteger(e),Je=(e,t,n,{intAsBigInt:r})=>r?BigInt(e):parseInt(e.substring(t),n);function Ye(e,t,n){let{value:r}=e;return qe(r)&&r>=0?n+r.toString(t):U(e)}const Xe={identify:e=>qe(e)&&e>=0,default:!0,tag:`tag:yaml.org,2002:int`,format:`OCT`,test:/^0o[0-7]+$/,resolve:(e,t,n)=>Je(e,2,8,n),stringify:e=>Ye(e,8,`0o`)},Ze={identify:qe,default:!0,tag:`tag:yaml.org,2002:int`,test:/^[-+]?[0-9]+$/,resolve:(e,t,n)=>Je(e,0,10,n),stringify:U},Qe={identify:e=>qe(e)&&e>=0,default:!0,tag:`tag:yaml.org,2002:int`,format:`HEX`,test:/^0x[0-9a-fA-F]+$/,resolve:(e,t,n)=>Je(e,2,16,n),stringify:e=>Ye(e,16,`0x`)},$e=[B,H,Ve,He,Ue,Xe,Ze,Qe,We,Ge,Ke];function et(e){return typeof e==`bigint`||Number.isInteger(e)}const tt=({value:e})=>JSON.stringify(e),nt=[{identify:e=>typeof e==`string`,default:!0,tag:`tag:yaml.org,2002:str`,resolve:e=>e,stringify:tt},{identify:e=>e==null,createNode:()=>new O(null),default:!0,tag:`tag:yaml.org,2002:null`,test:/^null$/,resolve:()=>null,stringify:tt},{identify:e=>typeof e==`boolean`,default:!0,tag:`tag:yaml.org,2002:bool`,test:/^true$|^false$/,resolve:e=>e===`true`,stringify:tt},{identify:et,default:!0,tag:`tag:yaml.org,2002:int`,test:/^-?(?:0|[1-9][0-9]*)$/,resolve:(e,t,{intAsBigInt:n})=>n?BigInt(e):parseInt(e,10),stringify:({value:e})=>et(e)?e.toString():JSON.stringify(e)},{identify:e=>typeof e==`number`,default:!0,tag:`tag:yaml.org,2002:float`,test:/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,resolve:e=>parseFloat(e),stringify:tt}],rt=[B,H].concat(nt,{default:!0,tag:``,test:/^/,resolve(e,t){return t(`Unresolved plain scalar ${JSON.stringify(e)}`),e}}),it={identify:e=>e instanceof Uint8Array,default:!1,tag:`tag:yaml.org,2002:binary`,resolve(e,t){if(typeof atob==`function`){let t=atob(e.replace(/[\n\r]/g,``)),n=new Uint8Array(t.length);for(let e=0;e<t.length;++e)n[e]=t.charCodeAt(e);return n}return t(`This environment does not support reading binary tags; either Buffer or atob is required`),e},stringify({comment:e,type:t,value:n},r,i,a){if(!n)return``;let o=n,s;if(typeof btoa==`function`){let e=``;for(let t=0;t<o.length;++t)e+=String.fromCharCode(o[t]);s=btoa(e)}else throw Error(`This environment does not support writing binary tags; either Buffer or btoa is required`);if(t??=O.BLOCK_LITERAL,t!==O.QUOTE_DOUBLE){let e=Math.max(r.options.lineWidth-r.indent.length,r.options.minContentWidth),n=Math.ceil(s.length/e),i=Array(n);for(let t=0,r=0;t<n;++t,r+=e)i[t]=s.substr(r,e);s=i.join(t===O.BLOCK_LITERAL?`
`:` `)}return Ce({comment:e,type:t,value:s},r,i,a)}};function at(e,t){if(f(e))for(let n=0;n<e.items.length;++n){let r=e.items[n];if(!u(r)){if(l(r)){r.items.length>1&&t(`Each pair must have its own sequence indicator`);let e=r.items[0]||new L(new O(null));if(r.commentBefore&&(e.key.commentBefore=e.key.commentBefore?`${r.commentBefore}\n${e.key.commentBefore}`:r.commentBefore),r.comment){let t=e.value??e.key;t.comment=t.comment?`${r.comment}\n${t.comment}`:r.comment}r=e}e.items[n]=u(r)?r:new L(r)}}else t(`Expected a sequence for this tag`);return e}function ot(e,t,n){let{replacer:r}=n,i=new V(e);i.tag=`tag:yaml.org,2002:pairs`;let a=0;if(t&&Symbol.iterator in Object(t))for(let e of t){typeof r==`function`&&(e=r.call(t,String(a++),e));let o,s;if(Array.isArray(e)){if(e.length===2)o=e[0],s=e[1];else throw TypeError(`Expected [key, value] tuple: ${e}`)}else if(e&&e instanceof Object){let t=Object.keys(e);if(t.length===1)o=t[0],s=e[o];else throw TypeError(`Expected tuple with one key, not ${t.length} keys`)}else o=e;i.items.push(Fe(o,s,n))}return i}const st={collection:`seq`,default:!1,tag:`tag:yaml.org,2002:pairs`,resolve:at,createNode:ot};var ct=class e extends V{constructor(){super(),this.add=z.prototype.add.bind(this),this.delete=z.prototype.delete.bind(this),this.get=z.prototype.get.bind(this),this.has=z.prototype.has.bind(this),this.set=z.prototype.set.bind(this),this.tag=e.tag}toJSON(e,t){if(!t)return super.toJSON(e);let n=new Map;t?.onCreate&&t.onCreate(n);for(let e of this.items){let r,i;if(u(e)?(r=D(e.key,``,t),i=D(e.value,r,t)):r=D(e,``,t),n.has(r))throw Error(`Ordered maps must not include duplicate keys`);n.set(r,i)}return n}static from(e,t,n){let r=ot(e,t,n),i=new this;return i.items=r.items,i}};ct.tag=`tag:yaml.org,2002:omap`;const lt={collection:`seq`,identify:e=>e instanceof Map,nodeClass:ct,default:!1,tag:`tag:yaml.org,2002:omap`,resolve(e,t){let n=at(e,t),r=[];for(let{key:e}of n.items)d(e)&&(r.includes(e.value)?t(`Ordered maps must not include duplicate keys: ${e.value}`):r.push(e.value));return Object.assign(new ct,n)},createNode:(e,t,n)=>ct.from(e,t,n)};function ut({value:e,source:t},n){return t&&(e?dt:ft).test.test(t)?t:e?n.options.trueStr:n.options.falseStr}const dt={identify:e=>e===!0,default:!0,tag:`tag:yaml.org,2002:bool`,test:/^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,resolve:()=>new O(!0),stringify:ut},ft={identify:e=>e===!1,default:!0,tag:`tag:yaml.org,2002:bool`,test:/^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,resolve:()=>new O(!1),stringify:ut},pt={identify:e=>typeof e==`number`,default:!0,tag:`tag:yaml.org,2002:float`,test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:e=>e.slice(-3).toLowerCase()===`nan`?NaN:e[0]===`-`?-1/0:1/0,stringify:U},mt={identify:e=>typeof e==`number`,default:!0,tag:`tag:yaml.org,2002:float`,format:`EXP`,test:/^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,resolve:e=>parseFloat(e.replace(/_/g,``)),stringify(e){let t=Number(e.value);return isFinite(t)?t.toExponential():U(e)}},ht={identify:e=>typeof e==`number`,default:!0,tag:`tag:yaml.org,2002:float`,test:/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,resolve(e){let t=new O(parseFloat(e.replace(/_/g,``))),n=e.indexOf(`.`);if(n!==-1){let r=e.substring(n+1).replace(/_/g,``);r[r.length-1]===`0`&&(t.minFractionDigits=r.length)}return t},stringify:U},W=e=>typeof e==`bigint`||Number.isInteger(e);function gt(e,t,n,{intAsBigInt:r}){let i=e[0];if((i===`-`||i===`+`)&&(t+=1),e=e.substring(t).replace(/_/g,``),r){switch(n){case 2:e=`0b${e}`;break;case 8:e=`0o${e}`;break;case 16:e=`0x${e}`}let t=BigInt(e);return i===`-`?BigInt(-1)*t:t}let a=parseInt(e,n);return i===`-`?-1*a:a}function _t(e,t,n){let{value:r}=e;if(W(r)){let e=r.toString(t);return r<0?`-`+n+e.substr(1):n+e}return U(e)}const vt={identify:W,default:!0,tag:`tag:yaml.org,2002:int`,format:`BIN`,test:/^[-+]?0b[0-1_]+$/,resolve:(e,t,n)=>gt(e,2,2,n),stringify:e=>_t(e,2,`0b`)},yt={identify:W,default:!0,tag:`tag:yaml.org,2002:int`,format:`OCT`,test:/^[-+]?0[0-7_]+$/,resolve:(e,t,n)=>gt(e,1,8,n),stringify:e=>_t(e,8,`0`)},bt={identify:W,default:!0,tag:`tag:yaml.org,2002:int`,test:/^[-+]?[0-9][0-9_]*$/,resolve:(e,t,n)=>gt(e,0,10,n),stringify:U},xt={identify:W,default:!0,tag:`tag:yaml.org,2002:int`,format:`HEX`,test:/^[-+]?0x[0-9a-fA-F_]+$/,resolve:(e,t,n)=>gt(e,2,16,n),stringify:e=>_t(e,16,`0x`)};var St=class e extends z{constructor(t){super(t),this.tag=e.tag}add(e){let t;t=u(e)?e:e&&typeof e==`object`&&`key`in e&&`value`in e&&e.value===null?new L(e.key,null):new L(e,null),R(this.items,t.key)||this.items.push(t)}get(e,t){let n=R(this.items,e);return!t&&u(n)?d(n.key)?n.key.value:n.key:n}set(e,t){if(typeof t!=`boolean`)throw Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof t}`);let n=R(this.items,e);n&&!t?this.items.splice(this.items.indexOf(n),1):!n&&t&&this.items.push(new L(e))}toJSON(e,t){return super.toJSON(e,t,Set)}toString(e,t,n){if(!e)return JSON.stringify(this);if(this.hasAllNullValues(!0))return super.toString(Object.assign({},e,{allNullValues:!0}),t,n);throw Error(`Set items must all have null values`)}static from(e,t,n){let{replacer:r}=n,i=new this(e);if(t&&Symbol.iterator in Object(t))for(let e of t)typeof r==`function`&&(e=r.call(t,e,e)),i.items.push(Fe(e,null,n));return i}};St.tag=`tag:yaml.org,2002:set`;const Ct={collection:`map`,identify:e=>e instanceof Set,nodeClass:St,default:!1,tag:`tag:yaml.org,2002:set`,createNode:(e,t,n)=>St.from(e,t,n),resolve(e,t){if(l(e)){if(e.hasAllNullValues(!0))return Object.assign(new St,e);t(`Set items must all have null values`)}else t(`Expected a mapping for this tag`);return e}};function wt(e,t){let n=e[0],r=n===`-`||n===`+`?e.substring(1):e,i=e=>t?BigInt(e):Number(e),a=r.replace(/_/g,``).split(`:`).reduce((e,t)=>e*i(60)+i(t),i(0));return n===`-`?i(-1)*a:a}function Tt(e){let{value:t}=e,n=e=>e;if(typeof t==`bigint`)n=e=>BigInt(e);else if(isNaN(t)||!isFinite(t))return U(e);let r=``;t<0&&(r=`-`,t*=n(-1));let i=n(60),a=[t%i];return t<60?a.unshift(0):(t=(t-a[0])/i,a.unshift(t%i),t>=60&&(t=(t-a[0])/i,a.unshift(t))),r+a.map(e=>String(e).padStart(2,`0`)).join(`:`).replace(/000000\d*$/,``)}const Et={identify:e=>typeof e==`bigint`||Number.isInteger(e),default:!0,tag:`tag:yaml.org,2002:int`,format:`TIME`,test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,resolve:(e,t,{intAsBigInt:n})=>wt(e,n),stringify:Tt},Dt={identify:e=>typeof e==`number`,default:!0,tag:`tag:yaml.org,2002:float`,format:`TIME`,test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,resolve:e=>wt(e,!1),stringify:Tt},Ot={identify:e=>e instanceof Date,default:!0,tag:`tag:yaml.org,2002:timestamp`,test:RegExp(`^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$`),resolve(e){let t=e.match(Ot.test);if(!t)throw Error(`!!timestamp expects a date, starting with yyyy-mm-dd`);let[,n,r,i,a,o,s]=t.map(Number),c=t[7]?Number((t[7]+`00`).substr(1,3)):0,l=Date.UTC(n,r-1,i,a||0,o||0,s||0,c),u=t[8];if(u&&u!==`Z`){let e=wt(u,!1);Math.abs(e)<30&&(e*=60),l-=6e4*e}return new Date(l)},stringify:({value:e})=>e?.toISOString().replace(/(T00:00:00)?\.000Z$/,``)??``},kt=[B,H,Ve,He,dt,ft,vt,yt,bt,xt,pt,mt,ht,it,I,lt,st,Ct,Et,Dt,Ot],At=new Map([[`core`,$e],[`failsafe`,[B,H,Ve]],[`json`,rt],[`yaml11`,kt],[`yaml-1.1`,kt]]),jt={binary:it,bool:Ue,float:Ke,floatExp:Ge,floatNaN:We,floatTime:Dt,int:Ze,intHex:Qe,intOct:Xe,intTime:Et,map:B,merge:I,null:He,omap:lt,pairs:st,seq:H,set:Ct,timestamp:Ot},Mt={"tag:yaml.org,2002:binary":it,"tag:yaml.org,2002:merge":I,"tag:yaml.org,2002:omap":lt,"tag:yaml.org,2002:pairs":st,"tag:yaml.org,2002:set":Ct,"tag:yaml.org,2002:timestamp":Ot};function Nt(e,t,n){let r=At.get(t);if(r&&!e)return n&&!r.includes(I)?r.concat(I):r.slice();let i=r;if(!i){if(Array.isArray(e))i=[];else{let e=Array.from(At.keys()).filter(e=>e!==`yaml11`).map(e=>JSON.stringify(e)).join(`, `);throw Error(`Unknown schema "${t}"; use one of ${e} or define customTags array`)}}if(Array.isArray(e))for(let t of e)i=i.concat(t);else typeof e==`function`&&(i=e(i.slice()));return n&&(i=i.concat(I)),i.reduce((e,t)=>{let n=typeof t==`string`?jt[t]:t;if(!n){let e=JSON.stringify(t),n=Object.keys(jt).map(e=>JSON.stringify(e)).join(`, `);throw Error(`Unknown custom tag ${e}; use one of ${n}`)}return e.includes(n)||e.push(n),e},[])}const Pt=(e,t)=>e.key<t.key?-1:+(e.key>t.key);var Ft=class e{constructor({compat:e,customTags:t,merge:r,resolveKnownTags:o,schema:s,sortMapEntries:c,toStringDefaults:l}){this.compat=Array.isArray(e)?Nt(e,`compat`):e?Nt(null,e):null,this.name=typeof s==`string`&&s||`core`,this.knownTags=o?Mt:{},this.tags=Nt(t,this.name,r),this.toStringOptions=l??null,Object.defineProperty(this,n,{value:B}),Object.defineProperty(this,i,{value:Ve}),Object.defineProperty(this,a,{value:H}),this.sortMapEntries=typeof c==`function`?c:c===!0?Pt:null}clone(){let t=Object.create(e.prototype,Object.getOwnPropertyDescriptors(this));return t.tags=this.tags.slice(),t}};function It(e,t){let n=[],r=t.directives===!0;if(t.directives!==!1&&e.directives){let t=e.directives.toString(e);t?(n.push(t),r=!0):e.directives.docStart&&(r=!0)}r&&n.push(`---`);let i=we(e,t),{commentString:a}=i.options;if(e.commentBefore){n.length!==1&&n.unshift(``);let t=a(e.commentBefore);n.unshift(j(t,``))}let o=!1,s=null;if(e.contents){if(m(e.contents)){if(e.contents.spaceBefore&&r&&n.push(``),e.contents.commentBefore){let t=a(e.contents.commentBefore);n.push(j(t,``))}i.forceBlockIndent=!!e.comment,s=e.contents.comment}let t=s?void 0:()=>o=!0,c=F(e.contents,i,()=>s=null,t);s&&(c+=M(c,``,a(s))),(c[0]===`|`||c[0]===`>`)&&n[n.length-1]===`---`?n[n.length-1]=`--- ${c}`:n.push(c)}else n.push(F(e.contents,i));if(e.directives?.docEnd){if(e.comment){let t=a(e.comment);t.includes(`
`)?(n.push(`...`),n.push(j(t,``))):n.push(`... ${t}`)}else n.push(`...`)}else{let t=e.comment;t&&o&&(t=t.replace(/^\n+/,``)),t&&((!o||s)&&n[n.length-1]!==``&&n.push(``),n.push(j(a(t),``)))}return n.join(`
`)+`
`}var Lt=class e{constructor(e,n,r){this.commentBefore=null,this.comment=null,this.errors=[],this.warnings=[],Object.defineProperty(this,o,{value:t});let i=null;typeof n==`function`||Array.isArray(n)?i=n:r===void 0&&n&&(r=n,n=void 0);let a=Object.assign({intAsBigInt:!1,keepSourceTokens:!1,logLevel:`warn`,prettyErrors:!0,strict:!0,stringKeys:!1,uniqueKeys:!0,version:`1.2`},r);this.options=a;let{version:s}=a;r?._directives?(this.directives=r._directives.atDocument(),this.directives.yaml.explicit&&(s=this.directives.yaml.version)):this.directives=new T({version:s}),this.setSchema(s,r),this.contents=e===void 0?null:this.createNode(e,i,r)}clone(){let n=Object.create(e.prototype,{[o]:{value:t}});return n.commentBefore=this.commentBefore,n.comment=this.comment,n.errors=this.errors.slice(),n.warnings=this.warnings.slice(),n.options=Object.assign({},this.options),this.directives&&(n.directives=this.directives.clone()),n.schema=this.schema.clone(),n.contents=m(this.contents)?this.contents.clone(n.schema):this.contents,this.range&&(n.range=this.range.slice()),n}add(e){G(this.contents)&&this.contents.add(e)}addIn(e,t){G(this.contents)&&this.contents.addIn(e,t)}createAlias(e,t){if(!e.anchor){let n=ne(this);e.anchor=!t||n.has(t)?re(t||`a`,n):t}return new oe(e.anchor)}createNode(e,t,n){let r;if(typeof t==`function`)e=t.call({"":e},``,e),r=t;else if(Array.isArray(t)){let e=t.filter(e=>typeof e==`number`||e instanceof String||e instanceof Number).map(String);e.length>0&&(t=t.concat(e)),r=t}else n===void 0&&t&&(n=t,t=void 0);let{aliasDuplicateObjects:i,anchorPrefix:a,flow:o,keepUndefined:s,onTagObj:c,tag:l}=n??{},{onAnchor:u,setAnchors:d,sourceObjects:f}=ie(this,a||`a`),m={aliasDuplicateObjects:i??!0,keepUndefined:s??!1,onAnchor:u,onTagObj:c,replacer:r,schema:this.schema,sourceObjects:f},h=k(e,l,m);return o&&p(h)&&(h.flow=!0),d(),h}createPair(e,t,n={}){return new L(this.createNode(e,null,n),this.createNode(t,null,n))}delete(e){return G(this.contents)?this.contents.delete(e):!1}deleteIn(e){return A(e)?this.contents!=null&&(this.contents=null,!0):G(this.contents)?this.contents.deleteIn(e):!1}get(e,t){return p(this.contents)?this.contents.get(e,t):void 0}getIn(e,t){return A(e)?!t&&d(this.contents)?this.contents.value:this.contents:p(this.contents)?this.contents.getIn(e,t):void 0}has(e){return p(this.contents)?this.contents.has(e):!1}hasIn(e){return A(e)?this.contents!==void 0:p(this.contents)?this.contents.hasIn(e):!1}set(e,t){this.contents==null?this.contents=ue(this.schema,[e],t):G(this.contents)&&this.contents.set(e,t)}setIn(e,t){A(e)?this.contents=t:this.contents==null?this.contents=ue(this.schema,Array.from(e),t):G(this.contents)&&this.contents.setIn(e,t)}setSchema(e,t={}){typeof e==`number`&&(e=String(e));let n;switch(e){case`1.1`:this.directives?this.directives.yaml.version=`1.1`:this.directives=new T({version:`1.1`}),n={resolveKnownTags:!1,schema:`yaml-1.1`};break;case`1.2`:case`next`:this.directives?this.directives.yaml.version=e:this.directives=new T({version:e}),n={resolveKnownTags:!0,schema:`core`};break;case null:this.directives&&delete this.directives,n=null;break;default:{let t=JSON.stringify(e);throw Error(`Expected '1.1', '1.2' or null as first argument, but found: ${t}`)}}if(t.schema instanceof Object)this.schema=t.schema;else if(n)this.schema=new Ft(Object.assign(n,t));else throw Error(`With a null YAML version, the { schema: Schema } option is required`)}toJS({json:e,jsonArg:t,mapAsMap:n,maxAliasCount:r,onAnchor:i,reviver:a}={}){let o={anchors:new Map,doc:this,keep:!e,mapAsMap:n===!0,mapKeyWarned:!1,maxAliasCount:typeof r==`number`?r:100},s=D(this.contents,t??``,o);if(typeof i==`function`)for(let{count:e,res:t}of o.anchors.values())i(t,e);return typeof a==`function`?E(a,{"":s},``,s):s}toJSON(e,t){return this.toJS({json:!0,jsonArg:e,mapAsMap:!1,onAnchor:t})}toString(e={}){if(this.errors.length>0)throw Error(`Document with errors cannot be stringified`);if(`indent`in e&&(!Number.isInteger(e.indent)||Number(e.indent)<=0)){let t=JSON.stringify(e.indent);throw Error(`"indent" option must be a positive integer, not ${t}`)}return It(this,e)}};function G(e){if(p(e))return!0;throw Error(`Expected a YAML collection as document contents`)}var Rt=class extends Error{constructor(e,t,n,r){super(),this.name=e,this.code=n,this.message=r,this.pos=t}},zt=class extends Rt{constructor(e,t,n){super(`YAMLParseError`,e,t,n)}},Bt=class extends Rt{constructor(e,t,n){super(`YAMLWarning`,e,t,n)}};function K(e,{flow:t,indicator:n,next:r,offset:i,onError:a,parentIndent:o,startOnNewline:s}){let c=!1,l=s,u=s,d=``,f=``,p=!1,m=!1,h=null,g=null,_=null,v=null,y=null,b=null,x=null;for(let i of e)switch(m&&=(i.type!==`space`&&i.type!==`newline`&&i.type!==`comma`&&a(i.offset,`MISSING_CHAR`,`Tags and anchors must be separated from the next token by white space`),!1),h&&=(l&&i.type!==`comment`&&i.type!==`newline`&&a(h,`TAB_AS_INDENT`,`Tabs are not allowed as indentation`),null),i.type){case`space`:!t&&(n!==`doc-start`||r?.type!==`flow-collection`)&&i.source.includes(`	`)&&(h=i),u=!0;break;case`comment`:{u||a(i,`MISSING_CHAR`,`Comments must be separated from other tokens by white space characters`);let e=i.source.substring(1)||` `;d?d+=f+e:d=e,f=``,l=!1;break}case`newline`:l?d?d+=i.source:b&&n===`seq-item-ind`||(c=!0):f+=i.source,l=!0,p=!0,(g||_)&&(v=i),u=!0;break;case`anchor`:g&&a(i,`MULTIPLE_ANCHORS`,`A node can have at most one anchor`),i.source.endsWith(`:`)&&a(i.offset+i.source.length-1,`BAD_ALIAS`,`Anchor ending in : is ambiguous`,!0),g=i,x??=i.offset,l=!1,u=!1,m=!0;break;case`tag`:_&&a(i,`MULTIPLE_TAGS`,`A node can have at most one tag`),_=i,x??=i.offset,l=!1,u=!1,m=!0;break;case n:(g||_)&&a(i,`BAD_PROP_ORDER`,`Anchors and tags must be after the ${i.source} indicator`),b&&a(i,`UNEXPECTED_TOKEN`,`Unexpected ${i.source} in ${t??`collection`}`),b=i,l=n===`seq-item-ind`||n===`explicit-key-ind`,u=!1;break;case`comma`:if(t){y&&a(i,`UNEXPECTED_TOKEN`,`Unexpected , in ${t}`),y=i,l=!1,u=!1;break}default:a(i,`UNEXPECTED_TOKEN`,`Unexpected ${i.type} token`),l=!1,u=!1}let S=e[e.length-1],C=S?S.offset+S.source.length:i;return m&&r&&r.type!==`space`&&r.type!==`newline`&&r.type!==`comma`&&(r.type!==`scalar`||r.source!==``)&&a(r.offset,`MISSING_CHAR`,`Tags and anchors must be separated from the next token by white space`),h&&(l&&h.indent<=o||r?.type===`block-map`||r?.type===`block-seq`)&&a(h,`TAB_AS_INDENT`,`Tabs are not allowed as indentation`),{comma:y,found:b,spaceBefore:c,comment:d,hasNewline:p,anchor:g,tag:_,newlineAfterProp:v,end:C,start:x??C}}function q(e){if(!e)return null;switch(e.type){case`alias`:case`scalar`:case`double-quoted-scalar`:case`single-quoted-scalar`:if(e.source.includes(`
`))return!0;if(e.end){for(let t of e.end)if(t.type===`newline`)return!0}return!1;case`flow-collection`:for(let t of e.items){for(let e of t.start)if(e.type===`newline`)return!0;if(t.sep){for(let e of t.sep)if(e.type===`newline`)return!0}if(q(t.key)||q(t.value))return!0}return!1;default:return!0}}function Vt(e,t,n){if(t?.type===`flow-collection`){let r=t.end[0];r.indent===e&&(r.source===`]`||r.source===`}`)&&q(t)&&n(r,`BAD_INDENT`,`Flow end indicator should be more indented than parent`,!0)}}function Ht(e,t,n){let{uniqueKeys:r}=e.options;if(r===!1)return!1;let i=typeof r==`function`?r:(e,t)=>e===t||d(e)&&d(t)&&e.value===t.value;return t.some(e=>i(e.key,n))}const Ut=`All mapping items must start at the same column`;function Wt({composeNode:e,composeEmptyNode:t},n,r,i,a){let o=new((a?.nodeClass)??z)(n.schema);n.atRoot&&=!1;let s=r.offset,c=null;for(let a of r.items){let{start:l,key:u,sep:d,value:f}=a,p=K(l,{indicator:`explicit-key-ind`,next:u??d?.[0],offset:s,onError:i,parentIndent:r.indent,startOnNewline:!0}),m=!p.found;if(m){if(u&&(u.type===`block-seq`?i(s,`BLOCK_AS_IMPLICIT_KEY`,`A block sequence may not be used as an implicit map key`):`indent`in u&&u.indent!==r.indent&&i(s,`BAD_INDENT`,Ut)),!p.anchor&&!p.tag&&!d){c=p.end,p.comment&&(o.comment?o.comment+=`
`+p.comment:o.comment=p.comment);continue}(p.newlineAfterProp||q(u))&&i(u??l[l.length-1],`MULTILINE_IMPLICIT_KEY`,`Implicit keys need to be on a single line`)}else p.found?.indent!==r.indent&&i(s,`BAD_INDENT`,Ut);n.atKey=!0;let h=p.end,g=u?e(n,u,p,i):t(n,h,l,null,p,i);n.schema.compat&&Vt(r.indent,u,i),n.atKey=!1,Ht(n,o.items,g)&&i(h,`DUPLICATE_KEY`,`Map keys must be unique`);let _=K(d??[],{indicator:`map-value-ind`,next:f,offset:g.range[2],onError:i,parentIndent:r.indent,startOnNewline:!u||u.type===`block-scalar`});if(s=_.end,_.found){m&&(f?.type===`block-map`&&!_.hasNewline&&i(s,`BLOCK_AS_IMPLICIT_KEY`,`Nested mappings are not allowed in compact mappings`),n.options.strict&&p.start<_.found.offset-1024&&i(g.range,`KEY_OVER_1024_CHARS`,`The : indicator must be at most 1024 chars after the start of an implicit block mapping key`));let c=f?e(n,f,_,i):t(n,s,d,null,_,i);n.schema.compat&&Vt(r.indent,f,i),s=c.range[2];let l=new L(g,c);n.options.keepSourceTokens&&(l.srcToken=a),o.items.push(l)}else{m&&i(g.range,`MISSING_CHAR`,`Implicit map keys need to be followed by map values`),_.comment&&(g.comment?g.comment+=`
`+_.comment:g.comment=_.comment);let e=new L(g);n.options.keepSourceTokens&&(e.srcToken=a),o.items.push(e)}}return c&&c<s&&i(c,`IMPOSSIBLE`,`Map comment with trailing content`),o.range=[r.offset,s,c??s],o}function Gt({composeNode:e,composeEmptyNode:t},n,r,i,a){let o=new((a?.nodeClass)??V)(n.schema);n.atRoot&&=!1,n.atKey&&=!1;let s=r.offset,c=null;for(let{start:a,value:l}of r.items){let u=K(a,{indicator:`seq-item-ind`,next:l,offset:s,onError:i,parentIndent:r.indent,startOnNewline:!0});if(!u.found){if(u.anchor||u.tag||l)l?.type===`block-seq`?i(u.end,`BAD_INDENT`,`All sequence items must start at the same column`):i(s,`MISSING_CHAR`,`Sequence item without - indicator`);else{c=u.end,u.comment&&(o.comment=u.comment);continue}}let d=l?e(n,l,u,i):t(n,u.end,a,null,u,i);n.schema.compat&&Vt(r.indent,l,i),s=d.range[2],o.items.push(d)}return o.range=[r.offset,s,c??s],o}function J(e,t,n,r){let i=``;if(e){let a=!1,o=``;for(let s of e){let{source:e,type:c}=s;switch(c){case`space`:a=!0;break;case`comment`:{n&&!a&&r(s,`MISSING_CHAR`,`Comments must be separated from other tokens by white space characters`);let t=e.substring(1)||` `;i?i+=o+t:i=t,o=``;break}case`newline`:i&&(o+=e),a=!0;break;default:r(s,`UNEXPECTED_TOKEN`,`Unexpected ${c} at node end`)}t+=e.length}}return{comment:i,offset:t}}const Kt=`Block collections are not allowed within flow collections`,qt=e=>e&&(e.type===`block-map`||e.type===`block-seq`);function Jt({composeNode:e,composeEmptyNode:t},n,r,i,a){let o=r.start.source===`{`,s=o?`flow map`:`flow sequence`,c=new((a?.nodeClass)??(o?z:V))(n.schema);c.flow=!0;let l=n.atRoot;l&&(n.atRoot=!1),n.atKey&&=!1;let d=r.offset+r.start.source.length;for(let a=0;a<r.items.length;++a){let l=r.items[a],{start:f,key:p,sep:m,value:h}=l,g=K(f,{flow:s,indicator:`explicit-key-ind`,next:p??m?.[0],offset:d,onError:i,parentIndent:r.indent,startOnNewline:!1});if(!g.found){if(!g.anchor&&!g.tag&&!m&&!h){a===0&&g.comma?i(g.comma,`UNEXPECTED_TOKEN`,`Unexpected , in ${s}`):a<r.items.length-1&&i(g.start,`UNEXPECTED_TOKEN`,`Unexpected empty item in ${s}`),g.comment&&(c.comment?c.comment+=`
`+g.comment:c.comment=g.comment),d=g.end;continue}!o&&n.options.strict&&q(p)&&i(p,`MULTILINE_IMPLICIT_KEY`,`Implicit keys of flow sequence pairs need to be on a single line`)}if(a===0)g.comma&&i(g.comma,`UNEXPECTED_TOKEN`,`Unexpected , in ${s}`);else if(g.comma||i(g.start,`MISSING_CHAR`,`Missing , between ${s} items`),g.comment){let e=``;loop:for(let t of f)switch(t.type){case`comma`:case`space`:break;case`comment`:e=t.source.substring(1);break loop;default:break loop}if(e){let t=c.items[c.items.length-1];u(t)&&(t=t.value??t.key),t.comment?t.comment+=`
`+e:t.comment=e,g.comment=g.comment.substring(e.length+1)}}if(!o&&!m&&!g.found){let r=h?e(n,h,g,i):t(n,g.end,m,null,g,i);c.items.push(r),d=r.range[2],qt(h)&&i(r.range,`BLOCK_IN_FLOW`,Kt)}else{n.atKey=!0;let a=g.end,u=p?e(n,p,g,i):t(n,a,f,null,g,i);qt(p)&&i(u.range,`BLOCK_IN_FLOW`,Kt),n.atKey=!1;let _=K(m??[],{flow:s,indicator:`map-value-ind`,next:h,offset:u.range[2],onError:i,parentIndent:r.indent,startOnNewline:!1});if(_.found){if(!o&&!g.found&&n.options.strict){if(m)for(let e of m){if(e===_.found)break;if(e.type===`newline`){i(e,`MULTILINE_IMPLICIT_KEY`,`Implicit keys of flow sequence pairs need to be on a single line`);break}}g.start<_.found.offset-1024&&i(_.found,`KEY_OVER_1024_CHARS`,`The : indicator must be at most 1024 chars after the start of an implicit flow sequence key`)}}else h&&(`source`in h&&h.source?.[0]===`:`?i(h,`MISSING_CHAR`,`Missing space after : in ${s}`):i(_.start,`MISSING_CHAR`,`Missing , or : between ${s} items`));let v=h?e(n,h,_,i):_.found?t(n,_.end,m,null,_,i):null;v?qt(h)&&i(v.range,`BLOCK_IN_FLOW`,Kt):_.comment&&(u.comment?u.comment+=`
`+_.comment:u.comment=_.comment);let y=new L(u,v);if(n.options.keepSourceTokens&&(y.srcToken=l),o){let e=c;Ht(n,e.items,u)&&i(a,`DUPLICATE_KEY`,`Map keys must be unique`),e.items.push(y)}else{let e=new z(n.schema);e.flow=!0,e.items.push(y);let t=(v??u).range;e.range=[u.range[0],t[1],t[2]],c.items.push(e)}d=v?v.range[2]:_.end}}let f=o?`}`:`]`,[p,...m]=r.end,h=d;if(p?.source===f)h=p.offset+p.source.length;else{let e=s[0].toUpperCase()+s.substring(1),t=l?`${e} must end with a ${f}`:`${e} in block collection must be sufficiently indented and end with a ${f}`;i(d,l?`MISSING_CHAR`:`BAD_INDENT`,t),p&&p.source.length!==1&&m.unshift(p)}if(m.length>0){let e=J(m,h,n.options.strict,i);e.comment&&(c.comment?c.comment+=`
`+e.comment:c.comment=e.comment),c.range=[r.offset,h,e.offset]}else c.range=[r.offset,h,h];return c}function Yt(e,t,n,r,i,a){let o=n.type===`block-map`?Wt(e,t,n,r,a):n.type===`block-seq`?Gt(e,t,n,r,a):Jt(e,t,n,r,a),s=o.constructor;return i===`!`||i===s.tagName?(o.tag=s.tagName,o):(i&&(o.tag=i),o)}function Xt(e,t,n,r,i){let a=r.tag,o=a?t.directives.tagName(a.source,e=>i(a,`TAG_RESOLVE_FAILED`,e)):null;if(n.type===`block-seq`){let{anchor:e,newlineAfterProp:t}=r,n=e&&a?e.offset>a.offset?e:a:e??a;n&&(!t||t.offset<n.offset)&&i(n,`MISSING_CHAR`,`Missing newline after block sequence props`)}let s=n.type===`block-map`?`map`:n.type===`block-seq`?`seq`:n.start.source===`{`?`map`:`seq`;if(!a||!o||o===`!`||o===z.tagName&&s===`map`||o===V.tagName&&s===`seq`)return Yt(e,t,n,i,o);let c=t.schema.tags.find(e=>e.tag===o&&e.collection===s);if(!c){let r=t.schema.knownTags[o];if(r?.collection===s)t.schema.tags.push(Object.assign({},r,{default:!1})),c=r;else return r?i(a,`BAD_COLLECTION_TYPE`,`${r.tag} used for ${s} collection, but expects ${r.collection??`scalar`}`,!0):i(a,`TAG_RESOLVE_FAILED`,`Unresolved tag: ${o}`,!0),Yt(e,t,n,i,o)}let l=Yt(e,t,n,i,o,c),u=c.resolve?.(l,e=>i(a,`TAG_RESOLVE_FAILED`,e),t.options)??l,d=m(u)?u:new O(u);return d.range=l.range,d.tag=o,c?.format&&(d.format=c.format),d}function Zt(e,t,n){let r=t.offset,i=Qt(t,e.options.strict,n);if(!i)return{value:``,type:null,comment:``,range:[r,r,r]};let a=i.mode===`>`?O.BLOCK_FOLDED:O.BLOCK_LITERAL,o=t.source?$t(t.source):[],s=o.length;for(let e=o.length-1;e>=0;--e){let t=o[e][1];if(t===``||t===`\r`)s=e;else break}if(s===0){let e=i.chomp===`+`&&o.length>0?`
`.repeat(Math.max(1,o.length-1)):``,n=r+i.length;return t.source&&(n+=t.source.length),{value:e,type:a,comment:i.comment,range:[r,n,n]}}let c=t.indent+i.indent,l=t.offset+i.length,u=0;for(let t=0;t<s;++t){let[r,a]=o[t];if(a===``||a===`\r`)i.indent===0&&r.length>c&&(c=r.length);else{r.length<c&&n(l+r.length,`MISSING_CHAR`,`Block scalars with more-indented leading empty lines must use an explicit indentation indicator`),i.indent===0&&(c=r.length),u=t,c===0&&!e.atRoot&&n(l,`BAD_INDENT`,`Block scalar values in collections must be indented`);break}l+=r.length+a.length+1}for(let e=o.length-1;e>=s;--e)o[e][0].length>c&&(s=e+1);let d=``,f=``,p=!1;for(let e=0;e<u;++e)d+=o[e][0].slice(c)+`
`;for(let e=u;e<s;++e){let[t,r]=o[e];l+=t.length+r.length+1;let s=r[r.length-1]===`\r`;if(s&&(r=r.slice(0,-1)),r&&t.length<c){let e=`Block scalar lines must not be less indented than their ${i.indent?`explicit indentation indicator`:`first line`}`;n(l-r.length-(s?2:1),`BAD_INDENT`,e),t=``}a===O.BLOCK_LITERAL?(d+=f+t.slice(c)+r,f=`
`):t.length>c||r[0]===`	`?(f===` `?f=`
`:!p&&f===`
`&&(f=`

`),d+=f+t.slice(c)+r,f=`
`,p=!0):r===``?f===`
`?d+=`
`:f=`
`:(d+=f+r,f=` `,p=!1)}switch(i.chomp){case`-`:break;case`+`:for(let e=s;e<o.length;++e)d+=`
`+o[e][0].slice(c);d[d.length-1]!==`
`&&(d+=`
`);break;default:d+=`
`}let m=r+i.length+t.source.length;return{value:d,type:a,comment:i.comment,range:[r,m,m]}}function Qt({offset:e,props:t},n,r){if(t[0].type!==`block-scalar-header`)return r(t[0],`IMPOSSIBLE`,`Block scalar header not found`),null;let{source:i}=t[0],a=i[0],o=0,s=``,c=-1;for(let t=1;t<i.length;++t){let n=i[t];if(!s&&(n===`-`||n===`+`))s=n;else{let r=Number(n);!o&&r?o=r:c===-1&&(c=e+t)}}c!==-1&&r(c,`UNEXPECTED_TOKEN`,`Block scalar header includes extra characters: ${i}`);let l=!1,u=``,d=i.length;for(let e=1;e<t.length;++e){let i=t[e];switch(i.type){case`space`:l=!0;case`newline`:d+=i.source.length;break;case`comment`:n&&!l&&r(i,`MISSING_CHAR`,`Comments must be separated from other tokens by white space characters`),d+=i.source.length,u=i.source.substring(1);break;case`error`:r(i,`UNEXPECTED_TOKEN`,i.message),d+=i.source.length;break;default:{r(i,`UNEXPECTED_TOKEN`,`Unexpected token in block scalar header: ${i.type}`);let e=i.source;e&&typeof e==`string`&&(d+=e.length)}}}return{mode:a,indent:o,chomp:s,comment:u,length:d}}function $t(e){let t=e.split(/\n( *)/),n=t[0],r=n.match(/^( *)/),i=[r?.[1]?[r[1],n.slice(r[1].length)]:[``,n]];for(let e=1;e<t.length;e+=2)i.push([t[e],t[e+1]]);return i}function en(e,t,n){let{offset:r,type:i,source:a,end:o}=e,s,c,l=(e,t,i)=>n(r+e,t,i);switch(i){case`scalar`:s=O.PLAIN,c=tn(a,l);break;case`single-quoted-scalar`:s=O.QUOTE_SINGLE,c=nn(a,l);break;case`double-quoted-scalar`:s=O.QUOTE_DOUBLE,c=an(a,l);break;default:return n(e,`UNEXPECTED_TOKEN`,`Expected a flow scalar value, but found: ${i}`),{value:``,type:null,comment:``,range:[r,r+a.length,r+a.length]}}let u=r+a.length,d=J(o,u,t,n);return{value:c,type:s,comment:d.comment,range:[r,u,d.offset]}}function tn(e,t){let n=``;switch(e[0]){case`	`:n=`a tab character`;break;case`,`:n=`flow indicator character ,`;break;case`%`:n=`directive indicator character %`;break;case`|`:case`>`:n=`block scalar indicator ${e[0]}`;break;case`@`:case"`":n=`reserved character ${e[0]}`}return n&&t(0,`BAD_SCALAR_START`,`Plain value cannot start with ${n}`),rn(e)}function nn(e,t){return(e[e.length-1]!==`'`||e.length===1)&&t(e.length,`MISSING_CHAR`,`Missing closing 'quote`),rn(e.slice(1,-1)).replace(/''/g,`'`)}function rn(e){let t=/(.*?)\r?\n/sy,n=t.exec(e);if(!n)return e;let r,i;try{r=RegExp(`(?<![ 	])[ 	]+$`),i=RegExp(`^[ 	]+|(?<![ 	])[ 	]+$`,`g`)}catch{r=/[ \t]+$/,i=/^[ \t]+|[ \t]+$/g}let a=n[1].replace(r,``),o=` `,s=t.lastIndex;for(;n=t.exec(e);){let e=n[1].replace(i,``);e===``?o===`
`?a+=o:o=`
`:(a+=o+e,o=` `),s=t.lastIndex}let c=/[ \t]*(.*)/sy;return c.lastIndex=s,n=c.exec(e),a+o+(n?.[1]??``)}function an(e,t){let n=``;for(let r=1;r<e.length-1;++r){let i=e[r];if(i!==`\r`||e[r+1]!==`
`){if(i===`
`){let{fold:t,offset:i}=on(e,r);n+=t,r=i}else if(i===`\\`){let i=e[++r],a=sn[i];if(a)n+=a;else if(i===`
`)for(i=e[r+1];i===` `||i===`	`;)i=e[++r+1];else if(i===`\r`&&e[r+1]===`
`)for(i=e[++r+1];i===` `||i===`	`;)i=e[++r+1];else if(i===`x`||i===`u`||i===`U`){let a=i===`x`?2:i===`u`?4:8;n+=cn(e,r+1,a,t),r+=a}else{let i=e.substr(r-1,2);t(r-1,`BAD_DQ_ESCAPE`,`Invalid escape sequence ${i}`),n+=i}}else if(i===` `||i===`	`){let t=r,a=e[r+1];for(;a===` `||a===`	`;)a=e[++r+1];a!==`
`&&(a!==`\r`||e[r+2]!==`
`)&&(n+=r>t?e.slice(t,r+1):i)}else n+=i}}return(e[e.length-1]!==`"`||e.length===1)&&t(e.length,`MISSING_CHAR`,`Missing closing "quote`),n}function on(e,t){let n=``,r=e[t+1];for(;(r===` `||r===`	`||r===`
`||r===`\r`)&&(r!==`\r`||e[t+2]===`
`);)r===`
`&&(n+=`
`),t+=1,r=e[t+1];return n||=` `,{fold:n,offset:t}}const sn={0:`\0`,a:`\x07`,b:`\b`,e:`\x1B`,f:`\f`,n:`
`,r:`\r`,t:`	`,v:`\v`,N:`\u0085`,_:`\xA0`,L:`\u2028`,P:`\u2029`," ":` `,'"':`"`,"/":`/`,"\\":`\\`,"	":`	`};function cn(e,t,n,r){let i=e.substr(t,n),a=i.length===n&&/^[0-9a-fA-F]+$/.test(i)?parseInt(i,16):NaN;try{return String.fromCodePoint(a)}catch{let i=e.substr(t-2,n+2);return r(t-2,`BAD_DQ_ESCAPE`,`Invalid escape sequence ${i}`),i}}function ln(e,t,n,r){let{value:a,type:o,comment:s,range:c}=t.type===`block-scalar`?Zt(e,t,r):en(t,e.options.strict,r),l=n?e.directives.tagName(n.source,e=>r(n,`TAG_RESOLVE_FAILED`,e)):null,u;u=e.options.stringKeys&&e.atKey?e.schema[i]:l?un(e.schema,a,l,n,r):t.type===`scalar`?dn(e,a,t,r):e.schema[i];let f;try{let i=u.resolve(a,e=>r(n??t,`TAG_RESOLVE_FAILED`,e),e.options);f=d(i)?i:new O(i)}catch(e){let i=e instanceof Error?e.message:String(e);r(n??t,`TAG_RESOLVE_FAILED`,i),f=new O(a)}return f.range=c,f.source=a,o&&(f.type=o),l&&(f.tag=l),u.format&&(f.format=u.format),s&&(f.comment=s),f}function un(e,t,n,r,a){if(n===`!`)return e[i];let o=[];for(let t of e.tags)if(!t.collection&&t.tag===n){if(t.default&&t.test)o.push(t);else return t}for(let e of o)if(e.test?.test(t))return e;let s=e.knownTags[n];return s&&!s.collection?(e.tags.push(Object.assign({},s,{default:!1,test:void 0})),s):(a(r,`TAG_RESOLVE_FAILED`,`Unresolved tag: ${n}`,n!==`tag:yaml.org,2002:str`),e[i])}function dn({atKey:e,directives:t,schema:n},r,a,o){let s=n.tags.find(t=>(t.default===!0||e&&t.default===`key`)&&t.test?.test(r))||n[i];if(n.compat){let e=n.compat.find(e=>e.default&&e.test?.test(r))??n[i];s.tag!==e.tag&&o(a,`TAG_RESOLVE_FAILED`,`Value may be parsed as either ${t.tagString(s.tag)} or ${t.tagString(e.tag)}`,!0)}return s}function fn(e,t,n){if(t){n??=t.length;for(let r=n-1;r>=0;--r){let n=t[r];switch(n.type){case`space`:case`comment`:case`newline`:e-=n.source.length;continue}for(n=t[++r];n?.type===`space`;)e+=n.source.length,n=t[++r];break}}return e}const pn={composeNode:mn,composeEmptyNode:hn};function mn(e,t,n,r){let i=e.atKey,{spaceBefore:a,comment:o,anchor:s,tag:c}=n,l,u=!0;switch(t.type){case`alias`:l=gn(e,t,r),(s||c)&&r(t,`ALIAS_PROPS`,`An alias node must not specify any properties`);break;case`scalar`:case`single-quoted-scalar`:case`double-quoted-scalar`:case`block-scalar`:l=ln(e,t,c,r),s&&(l.anchor=s.source.substring(1));break;case`block-map`:case`block-seq`:case`flow-collection`:try{l=Xt(pn,e,t,n,r),s&&(l.anchor=s.source.substring(1))}catch(e){r(t,`RESOURCE_EXHAUSTION`,e instanceof Error?e.message:String(e))}break;default:r(t,`UNEXPECTED_TOKEN`,t.type===`error`?t.message:`Unsupported token (type: ${t.type})`),u=!1}return l??=hn(e,t.offset,void 0,null,n,r),s&&l.anchor===``&&r(s,`BAD_ALIAS`,`Anchor cannot be an empty string`),i&&e.options.stringKeys&&(!d(l)||typeof l.value!=`string`||l.tag&&l.tag!==`tag:yaml.org,2002:str`)&&r(c??t,`NON_STRING_KEY`,`With stringKeys, all keys must be strings`),a&&(l.spaceBefore=!0),o&&(t.type===`scalar`&&t.source===``?l.comment=o:l.commentBefore=o),e.options.keepSourceTokens&&u&&(l.srcToken=t),l}function hn(e,t,n,r,{spaceBefore:i,comment:a,anchor:o,tag:s,end:c},l){let u=ln(e,{type:`scalar`,offset:fn(t,n,r),indent:-1,source:``},s,l);return o&&(u.anchor=o.source.substring(1),u.anchor===``&&l(o,`BAD_ALIAS`,`Anchor cannot be an empty string`)),i&&(u.spaceBefore=!0),a&&(u.comment=a,u.range[2]=c),u}function gn({options:e},{offset:t,source:n,end:r},i){let a=new oe(n.substring(1));a.source===``&&i(t,`BAD_ALIAS`,`Alias cannot be an empty string`),a.source.endsWith(`:`)&&i(t+n.length-1,`BAD_ALIAS`,`Alias ending in : is ambiguous`,!0);let o=t+n.length,s=J(r,o,e.strict,i);return a.range=[t,o,s.offset],s.comment&&(a.comment=s.comment),a}function _n(e,t,{offset:n,start:r,value:i,end:a},o){let s=new Lt(void 0,Object.assign({_directives:t},e)),c={atKey:!1,atRoot:!0,directives:s.directives,options:s.options,schema:s.schema},l=K(r,{indicator:`doc-start`,next:i??a?.[0],offset:n,onError:o,parentIndent:0,startOnNewline:!0});l.found&&(s.directives.docStart=!0,i&&(i.type===`block-map`||i.type===`block-seq`)&&!l.hasNewline&&o(l.end,`MISSING_CHAR`,`Block collection cannot start on same line with directives-end marker`)),s.contents=i?mn(c,i,l,o):hn(c,l.end,r,null,l,o);let u=s.contents.range[2],d=J(a,u,!1,o);return d.comment&&(s.comment=d.comment),s.range=[n,u,d.offset],s}function Y(e){if(typeof e==`number`)return[e,e+1];if(Array.isArray(e))return e.length===2?e:[e[0],e[1]];let{offset:t,source:n}=e;return[t,t+(typeof n==`string`?n.length:1)]}function vn(e){let t=``,n=!1,r=!1;for(let i=0;i<e.length;++i){let a=e[i];switch(a[0]){case`#`:t+=(t===``?``:r?`

`:`
`)+(a.substring(1)||` `),n=!0,r=!1;break;case`%`:e[i+1]?.[0]!==`#`&&(i+=1),n=!1;break;default:n||(r=!0),n=!1}}return{comment:t,afterEmptyLine:r}}var yn=class{constructor(e={}){this.doc=null,this.atDirectives=!1,this.prelude=[],this.errors=[],this.warnings=[],this.onError=(e,t,n,r)=>{let i=Y(e);r?this.warnings.push(new Bt(i,t,n)):this.errors.push(new zt(i,t,n))},this.directives=new T({version:e.version||`1.2`}),this.options=e}decorate(e,t){let{comment:n,afterEmptyLine:r}=vn(this.prelude);if(n){let i=e.contents;if(t)e.comment=e.comment?`${e.comment}\n${n}`:n;else if(r||e.directives.docStart||!i)e.commentBefore=n;else if(p(i)&&!i.flow&&i.items.length>0){let e=i.items[0];u(e)&&(e=e.key);let t=e.commentBefore;e.commentBefore=t?`${n}\n${t}`:n}else{let e=i.commentBefore;i.commentBefore=e?`${n}\n${e}`:n}}if(t){for(let t=0;t<this.errors.length;++t)e.errors.push(this.errors[t]);for(let t=0;t<this.warnings.length;++t)e.warnings.push(this.warnings[t])}else e.errors=this.errors,e.warnings=this.warnings;this.prelude=[],this.errors=[],this.warnings=[]}streamInfo(){return{comment:vn(this.prelude).comment,directives:this.directives,errors:this.errors,warnings:this.warnings}}*compose(e,t=!1,n=-1){for(let t of e)yield*this.next(t);yield*this.end(t,n)}*next(e){switch(e.type){case`directive`:this.directives.add(e.source,(t,n,r)=>{let i=Y(e);i[0]+=t,this.onError(i,`BAD_DIRECTIVE`,n,r)}),this.prelude.push(e.source),this.atDirectives=!0;break;case`document`:{let t=_n(this.options,this.directives,e,this.onError);this.atDirectives&&!t.directives.docStart&&this.onError(e,`MISSING_CHAR`,`Missing directives-end/doc-start indicator line`),this.decorate(t,!1),this.doc&&(yield this.doc),this.doc=t,this.atDirectives=!1;break}case`byte-order-mark`:case`space`:break;case`comment`:case`newline`:this.prelude.push(e.source);break;case`error`:{let t=e.source?`${e.message}: ${JSON.stringify(e.source)}`:e.message,n=new zt(Y(e),`UNEXPECTED_TOKEN`,t);this.atDirectives||!this.doc?this.errors.push(n):this.doc.errors.push(n);break}case`doc-end`:{if(!this.doc){this.errors.push(new zt(Y(e),`UNEXPECTED_TOKEN`,`Unexpected doc-end without preceding document`));break}this.doc.directives.docEnd=!0;let t=J(e.end,e.offset+e.source.length,this.doc.options.strict,this.onError);if(this.decorate(this.doc,!0),t.comment){let e=this.doc.comment;this.doc.comment=e?`${e}\n${t.comment}`:t.comment}this.doc.range[2]=t.offset;break}default:this.errors.push(new zt(Y(e),`UNEXPECTED_TOKEN`,`Unsupported token ${e.type}`))}}*end(e=!1,t=-1){if(this.doc)this.decorate(this.doc,!0),yield this.doc,this.doc=null;else if(e){let e=new Lt(void 0,Object.assign({_directives:this.directives},this.options));this.atDirectives&&this.onError(t,`MISSING_CHAR`,`Missing directives-end indicator line`),e.range=[0,t,t],this.decorate(e,!1),yield e}}};const bn=Symbol(`break visit`),xn=Symbol(`skip children`),Sn=Symbol(`remove item`);function X(e,t){`type`in e&&e.type===`document`&&(e={start:e.start,value:e.value}),Cn(Object.freeze([]),e,t)}X.BREAK=bn,X.SKIP=xn,X.REMOVE=Sn,X.itemAtPath=(e,t)=>{let n=e;for(let[e,r]of t){let t=n?.[e];if(t&&`items`in t)n=t.items[r];else return}return n},X.parentCollection=(e,t)=>{let n=X.itemAtPath(e,t.slice(0,-1)),r=t[t.length-1][0],i=n?.[r];if(i&&`items`in i)return i;throw Error(`Parent collection not found`)};function Cn(e,t,n){let r=n(t,e);if(typeof r==`symbol`)return r;for(let i of[`key`,`value`]){let a=t[i];if(a&&`items`in a){for(let t=0;t<a.items.length;++t){let r=Cn(Object.freeze(e.concat([[i,t]])),a.items[t],n);if(typeof r==`number`)t=r-1;else if(r===bn)return bn;else r===Sn&&(a.items.splice(t,1),--t)}typeof r==`function`&&i===`key`&&(r=r(t,e))}}return typeof r==`function`?r(t,e):r}function wn(e){switch(e){case`\ufeff`:return`byte-order-mark`;case``:return`doc-mode`;case``:return`flow-error-end`;case``:return`scalar`;case`---`:return`doc-start`;case`...`:return`doc-end`;case``:case`
`:case`\r
`:return`newline`;case`-`:return`seq-item-ind`;case`?`:return`explicit-key-ind`;case`:`:return`map-value-ind`;case`{`:return`flow-map-start`;case`}`:return`flow-map-end`;case`[`:return`flow-seq-start`;case`]`:return`flow-seq-end`;case`,`:return`comma`}switch(e[0]){case` `:case`	`:return`space`;case`#`:return`comment`;case`%`:return`directive-line`;case`*`:return`alias`;case`&`:return`anchor`;case`!`:return`tag`;case`'`:return`single-quoted-scalar`;case`"`:return`double-quoted-scalar`;case`|`:case`>`:return`block-scalar-header`}return null}function Z(e){switch(e){case void 0:case` `:case`
`:case`\r`:case`	`:return!0;default:return!1}}const Tn=new Set(`0123456789ABCDEFabcdef`),En=new Set(`0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()`),Dn=new Set(`,[]{}`),On=new Set(` ,[]{}
\r	`),kn=e=>!e||On.has(e);var An=class{constructor(){this.atEnd=!1,this.blockScalarIndent=-1,this.blockScalarKeep=!1,this.buffer=``,this.flowKey=!1,this.flowLevel=0,this.indentNext=0,this.indentValue=0,this.lineEndPos=null,this.next=null,this.pos=0}*lex(e,t=!1){if(e){if(typeof e!=`string`)throw TypeError(`source is not a string`);this.buffer=this.buffer?this.buffer+e:e,this.lineEndPos=null}this.atEnd=!t;let n=this.next??`stream`;for(;n&&(t||this.hasChars(1));)n=yield*this.parseNext(n)}atLineEnd(){let e=this.pos,t=this.buffer[e];for(;t===` `||t===`	`;)t=this.buffer[++e];return!t||t===`#`||t===`
`||t===`\r`&&this.buffer[e+1]===`
`}charAt(e){return this.buffer[this.pos+e]}continueScalar(e){let t=this.buffer[e];if(this.indentNext>0){let n=0;for(;t===` `;)t=this.buffer[++n+e];if(t===`\r`){let t=this.buffer[n+e+1];if(t===`
`||!t&&!this.atEnd)return e+n+1}return t===`
`||n>=this.indentNext||!t&&!this.atEnd?e+n:-1}if(t===`-`||t===`.`){let t=this.buffer.substr(e,3);if((t===`---`||t===`...`)&&Z(this.buffer[e+3]))return-1}return e}getLine(){let e=this.lineEndPos;return(typeof e!=`number`||e!==-1&&e<this.pos)&&(e=this.buffer.indexOf(`
`,this.pos),this.lineEndPos=e),e===-1?this.atEnd?this.buffer.substring(this.pos):null:(this.buffer[e-1]===`\r`&&--e,this.buffer.substring(this.pos,e))}hasChars(e){return this.pos+e<=this.buffer.length}setNext(e){return this.buffer=this.buffer.substring(this.pos),this.pos=0,this.lineEndPos=null,this.next=e,null}peek(e){return this.buffer.substr(this.pos,e)}*parseNext(e){switch(e){case`stream`:return yield*this.parseStream();case`line-start`:return yield*this.parseLineStart();case`block-start`:return yield*this.parseBlockStart();case`doc`:return yield*this.parseDocument();case`flow`:return yield*this.parseFlowCollection();case`quoted-scalar`:return yield*this.parseQuotedScalar();case`block-scalar`:return yield*this.parseBlockScalar();case`plain-scalar`:return yield*this.parsePlainScalar()}}*parseStream(){let e=this.getLine();if(e===null)return this.setNext(`stream`);if(e[0]===`\ufeff`&&(yield*this.pushCount(1),e=e.substring(1)),e[0]===`%`){let t=e.length,n=e.indexOf(`#`);for(;n!==-1;){let r=e[n-1];if(r===` `||r===`	`){t=n-1;break}n=e.indexOf(`#`,n+1)}for(;;){let n=e[t-1];if(n===` `||n===`	`)--t;else break}let r=(yield*this.pushCount(t))+(yield*this.pushSpaces(!0));return yield*this.pushCount(e.length-r),this.pushNewline(),`stream`}if(this.atLineEnd()){let t=yield*this.pushSpaces(!0);return yield*this.pushCount(e.length-t),yield*this.pushNewline(),`stream`}return yield``,yield*this.parseLineStart()}*parseLineStart(){let e=this.charAt(0);if(!e&&!this.atEnd)return this.setNext(`line-start`);if(e===`-`||e===`.`){if(!this.atEnd&&!this.hasChars(4))return this.setNext(`line-start`);let e=this.peek(3);if((e===`---`||e===`...`)&&Z(this.charAt(3)))return yield*this.pushCount(3),this.indentValue=0,this.indentNext=0,e===`---`?`doc`:`stream`}return this.indentValue=yield*this.pushSpaces(!1),this.indentNext>this.indentValue&&!Z(this.charAt(1))&&(this.indentNext=this.indentValue),yield*this.parseBlockStart()}*parseBlockStart(){let[e,t]=this.peek(2);if(!t&&!this.atEnd)return this.setNext(`block-start`);if((e===`-`||e===`?`||e===`:`)&&Z(t)){let e=(yield*this.pushCount(1))+(yield*this.pushSpaces(!0));return this.indentNext=this.indentValue+1,this.indentValue+=e,`block-start`}return`doc`}*parseDocument(){yield*this.pushSpaces(!0);let e=this.getLine();if(e===null)return this.setNext(`doc`);let t=yield*this.pushIndicators();switch(e[t]){case`#`:yield*this.pushCount(e.length-t);case void 0:return yield*this.pushNewline(),yield*this.parseLineStart();case`{`:case`[`:return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel=1,`flow`;case`}`:case`]`:return yield*this.pushCount(1),`doc`;case`*`:return yield*this.pushUntil(kn),`doc`;case`"`:case`'`:return yield*this.parseQuotedScalar();case`|`:case`>`:return t+=yield*this.parseBlockScalarHeader(),t+=yield*this.pushSpaces(!0),yield*this.pushCount(e.length-t),yield*this.pushNewline(),yield*this.parseBlockScalar();default:return yield*this.parsePlainScalar()}}*parseFlowCollection(){let e,t,n=-1;do e=yield*this.pushNewline(),e>0?(t=yield*this.pushSpaces(!1),this.indentValue=n=t):t=0,t+=yield*this.pushSpaces(!0);while(e+t>0);let r=this.getLine();if(r===null)return this.setNext(`flow`);if((n!==-1&&n<this.indentNext&&r[0]!==`#`||n===0&&(r.startsWith(`---`)||r.startsWith(`...`))&&Z(r[3]))&&(n!==this.indentNext-1||this.flowLevel!==1||r[0]!==`]`&&r[0]!==`}`))return this.flowLevel=0,yield``,yield*this.parseLineStart();let i=0;for(;r[i]===`,`;)i+=yield*this.pushCount(1),i+=yield*this.pushSpaces(!0),this.flowKey=!1;switch(i+=yield*this.pushIndicators(),r[i]){case void 0:return`flow`;case`#`:return yield*this.pushCount(r.length-i),`flow`;case`{`:case`[`:return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel+=1,`flow`;case`}`:case`]`:return yield*this.pushCount(1),this.flowKey=!0,--this.flowLevel,this.flowLevel?`flow`:`doc`;case`*`:return yield*this.pushUntil(kn),`flow`;case`"`:case`'`:return this.flowKey=!0,yield*this.parseQuotedScalar();case`:`:{let e=this.charAt(1);if(this.flowKey||Z(e)||e===`,`)return this.flowKey=!1,yield*this.pushCount(1),yield*this.pushSpaces(!0),`flow`}default:return this.flowKey=!1,yield*this.parsePlainScalar()}}*parseQuotedScalar(){let e=this.charAt(0),t=this.buffer.indexOf(e,this.pos+1);if(e===`'`)for(;t!==-1&&this.buffer[t+1]===`'`;)t=this.buffer.indexOf(`'`,t+2);else for(;t!==-1;){let e=0;for(;this.buffer[t-1-e]===`\\`;)e+=1;if(e%2==0)break;t=this.buffer.indexOf(`"`,t+1)}let n=this.buffer.substring(0,t),r=n.indexOf(`
`,this.pos);if(r!==-1){for(;r!==-1;){let e=this.continueScalar(r+1);if(e===-1)break;r=n.indexOf(`
`,e)}r!==-1&&(t=r-(n[r-1]===`\r`?2:1))}if(t===-1){if(!this.atEnd)return this.setNext(`quoted-scalar`);t=this.buffer.length}return yield*this.pushToIndex(t+1,!1),this.flowLevel?`flow`:`doc`}*parseBlockScalarHeader(){this.blockScalarIndent=-1,this.blockScalarKeep=!1;let e=this.pos;for(;;){let t=this.buffer[++e];if(t===`+`)this.blockScalarKeep=!0;else if(t>`0`&&t<=`9`)this.blockScalarIndent=Number(t)-1;else if(t!==`-`)break}return yield*this.pushUntil(e=>Z(e)||e===`#`)}*parseBlockScalar(){let e=this.pos-1,t=0,n;loop:for(let r=this.pos;n=this.buffer[r];++r)switch(n){case` `:t+=1;break;case`
`:e=r,t=0;break;case`\r`:{let e=this.buffer[r+1];if(!e&&!this.atEnd)return this.setNext(`block-scalar`);if(e===`
`)break}default:break loop}if(!n&&!this.atEnd)return this.setNext(`block-scalar`);if(t>=this.indentNext){this.indentNext=this.blockScalarIndent===-1?t:this.blockScalarIndent+(this.indentNext===0?1:this.indentNext);do{let t=this.continueScalar(e+1);if(t===-1)break;e=this.buffer.indexOf(`
`,t)}while(e!==-1);if(e===-1){if(!this.atEnd)return this.setNext(`block-scalar`);e=this.buffer.length}}let r=e+1;for(n=this.buffer[r];n===` `;)n=this.buffer[++r];if(n===`	`){for(;n===`	`||n===` `||n===`\r`||n===`
`;)n=this.buffer[++r];e=r-1}else if(!this.blockScalarKeep)do{let n=e-1,r=this.buffer[n];r===`\r`&&(r=this.buffer[--n]);let i=n;for(;r===` `;)r=this.buffer[--n];if(r===`
`&&n>=this.pos&&n+1+t>i)e=n;else break}while(1);return yield``,yield*this.pushToIndex(e+1,!0),yield*this.parseLineStart()}*parsePlainScalar(){let e=this.flowLevel>0,t=this.pos-1,n=this.pos-1,r;for(;r=this.buffer[++n];)if(r===`:`){let r=this.buffer[n+1];if(Z(r)||e&&Dn.has(r))break;t=n}else if(Z(r)){let i=this.buffer[n+1];if(r===`\r`&&(i===`
`?(n+=1,r=`
`,i=this.buffer[n+1]):t=n),i===`#`||e&&Dn.has(i))break;if(r===`
`){let e=this.continueScalar(n+1);if(e===-1)break;n=Math.max(n,e-2)}}else{if(e&&Dn.has(r))break;t=n}return!r&&!this.atEnd?this.setNext(`plain-scalar`):(yield``,yield*this.pushToIndex(t+1,!0),e?`flow`:`doc`)}*pushCount(e){return e>0?(yield this.buffer.substr(this.pos,e),this.pos+=e,e):0}*pushToIndex(e,t){let n=this.buffer.slice(this.pos,e);return n?(yield n,this.pos+=n.length,n.length):(t&&(yield``),0)}*pushIndicators(){let e=0;loop:for(;;){switch(this.charAt(0)){case`!`:e+=yield*this.pushTag(),e+=yield*this.pushSpaces(!0);continue loop;case`&`:e+=yield*this.pushUntil(kn),e+=yield*this.pushSpaces(!0);continue loop;case`-`:case`?`:case`:`:{let t=this.flowLevel>0,n=this.charAt(1);if(Z(n)||t&&Dn.has(n)){t?this.flowKey&&=!1:this.indentNext=this.indentValue+1,e+=yield*this.pushCount(1),e+=yield*this.pushSpaces(!0);continue loop}}}break loop}return e}*pushTag(){if(this.charAt(1)===`<`){let e=this.pos+2,t=this.buffer[e];for(;!Z(t)&&t!==`>`;)t=this.buffer[++e];return yield*this.pushToIndex(t===`>`?e+1:e,!1)}{let e=this.pos+1,t=this.buffer[e];for(;t;)if(En.has(t))t=this.buffer[++e];else if(t===`%`&&Tn.has(this.buffer[e+1])&&Tn.has(this.buffer[e+2]))t=this.buffer[e+=3];else break;return yield*this.pushToIndex(e,!1)}}*pushNewline(){let e=this.buffer[this.pos];return e===`
`?yield*this.pushCount(1):e===`\r`&&this.charAt(1)===`
`?yield*this.pushCount(2):0}*pushSpaces(e){let t=this.pos-1,n;do n=this.buffer[++t];while(n===` `||e&&n===`	`);let r=t-this.pos;return r>0&&(yield this.buffer.substr(this.pos,r),this.pos=t),r}*pushUntil(e){let t=this.pos,n=this.buffer[t];for(;!e(n);)n=this.buffer[++t];return yield*this.pushToIndex(t,!1)}},jn=class{constructor(){this.lineStarts=[],this.addNewLine=e=>this.lineStarts.push(e),this.linePos=e=>{let t=0,n=this.lineStarts.length;for(;t<n;){let r=t+n>>1;this.lineStarts[r]<e?t=r+1:n=r}if(this.lineStarts[t]===e)return{line:t+1,col:1};if(t===0)return{line:0,col:e};let r=this.lineStarts[t-1];return{line:t,col:e-r+1}}}};function Q(e,t){for(let n=0;n<e.length;++n)if(e[n].type===t)return!0;return!1}function Mn(e){for(let t=0;t<e.length;++t)switch(e[t].type){case`space`:case`comment`:case`newline`:break;default:return t}return-1}function Nn(e){switch(e?.type){case`alias`:case`scalar`:case`single-quoted-scalar`:case`double-quoted-scalar`:case`flow-collection`:return!0;default:return!1}}function Pn(e){switch(e.type){case`document`:return e.start;case`block-map`:{let t=e.items[e.items.length-1];return t.sep??t.start}case`block-seq`:return e.items[e.items.length-1].start;default:return[]}}function $(e){if(e.length===0)return[];let t=e.length;loop:for(;--t>=0;)switch(e[t].type){case`doc-start`:case`explicit-key-ind`:case`map-value-ind`:case`seq-item-ind`:case`newline`:break loop}for(;e[++t]?.type===`space`;);return e.splice(t,e.length)}function Fn(e,t){if(t.length<1e5)Array.prototype.push.apply(e,t);else for(let n=0;n<t.length;++n)e.push(t[n])}function In(e){if(e.start.type===`flow-seq-start`)for(let t of e.items)t.sep&&!t.value&&!Q(t.start,`explicit-key-ind`)&&!Q(t.sep,`map-value-ind`)&&(t.key&&(t.value=t.key),delete t.key,Nn(t.value)?t.value.end?Fn(t.value.end,t.sep):t.value.end=t.sep:Fn(t.start,t.sep),delete t.sep)}var Ln=class{constructor(e){this.atNewLine=!0,this.atScalar=!1,this.indent=0,this.offset=0,this.onKeyLine=!1,this.stack=[],this.source=``,this.type=``,this.lexer=new An,this.onNewLine=e}*parse(e,t=!1){this.onNewLine&&this.offset===0&&this.onNewLine(0);for(let n of this.lexer.lex(e,t))yield*this.next(n);t||(yield*this.end())}*next(e){if(this.source=e,this.atScalar){this.atScalar=!1,yield*this.step(),this.offset+=e.length;return}let t=wn(e);if(!t){let t=`Not a YAML token: ${e}`;yield*this.pop({type:`error`,offset:this.offset,message:t,source:e}),this.offset+=e.length}else if(t===`scalar`)this.atNewLine=!1,this.atScalar=!0,this.type=`scalar`;else{switch(this.type=t,yield*this.step(),t){case`newline`:this.atNewLine=!0,this.indent=0,this.onNewLine&&this.onNewLine(this.offset+e.length);break;case`space`:this.atNewLine&&e[0]===` `&&(this.indent+=e.length);break;case`explicit-key-ind`:case`map-value-ind`:case`seq-item-ind`:this.atNewLine&&(this.indent+=e.length);break;case`doc-mode`:case`flow-error-end`:return;default:this.atNewLine=!1}this.offset+=e.length}}*end(){for(;this.stack.length>0;)yield*this.pop()}get sourceToken(){return{type:this.type,offset:this.offset,indent:this.indent,source:this.source}}*step(){let e=this.peek(1);if(this.type===`doc-end`&&e?.type!==`doc-end`){for(;this.stack.length>0;)yield*this.pop();this.stack.push({type:`doc-end`,offset:this.offset,source:this.source})}else{if(!e)return yield*this.stream();switch(e.type){case`document`:return yield*this.document(e);case`alias`:case`scalar`:case`single-quoted-scalar`:case`double-quoted-scalar`:return yield*this.scalar(e);case`block-scalar`:return yield*this.blockScalar(e);case`block-map`:return yield*this.blockMap(e);case`block-seq`:return yield*this.blockSequence(e);case`flow-collection`:return yield*this.flowCollection(e);case`doc-end`:return yield*this.documentEnd(e)}yield*this.pop()}}peek(e){return this.stack[this.stack.length-e]}*pop(e){let t=e??this.stack.pop();if(!t)yield{type:`error`,offset:this.offset,source:``,message:`Tried to pop an empty stack`};else if(this.stack.length===0)yield t;else{let e=this.peek(1);switch(t.type===`block-scalar`?t.indent=`indent`in e?e.indent:0:t.type===`flow-collection`&&e.type===`document`&&(t.indent=0),t.type===`flow-collection`&&In(t),e.type){case`document`:e.value=t;break;case`block-scalar`:e.props.push(t);break;case`block-map`:{let n=e.items[e.items.length-1];if(n.value){e.items.push({start:[],key:t,sep:[]}),this.onKeyLine=!0;return}if(n.sep)n.value=t;else{Object.assign(n,{key:t,sep:[]}),this.onKeyLine=!n.explicitKey;return}break}case`block-seq`:{let n=e.items[e.items.length-1];n.value?e.items.push({start:[],value:t}):n.value=t;break}case`flow-collection`:{let n=e.items[e.items.length-1];!n||n.value?e.items.push({start:[],key:t,sep:[]}):n.sep?n.value=t:Object.assign(n,{key:t,sep:[]});return}default:yield*this.pop(),yield*this.pop(t)}if((e.type===`document`||e.type===`block-map`||e.type===`block-seq`)&&(t.type===`block-map`||t.type===`block-seq`)){let n=t.items[t.items.length-1];n&&!n.sep&&!n.value&&n.start.length>0&&Mn(n.start)===-1&&(t.indent===0||n.start.every(e=>e.type!==`comment`||e.indent<t.indent))&&(e.type===`document`?e.end=n.start:e.items.push({start:n.start}),t.items.splice(-1,1))}}}*stream(){switch(this.type){case`directive-line`:yield{type:`directive`,offset:this.offset,source:this.source};return;case`byte-order-mark`:case`space`:case`comment`:case`newline`:yield this.sourceToken;return;case`doc-mode`:case`doc-start`:{let e={type:`document`,offset:this.offset,start:[]};this.type===`doc-start`&&e.start.push(this.sourceToken),this.stack.push(e);return}}yield{type:`error`,offset:this.offset,message:`Unexpected ${this.type} token in YAML stream`,source:this.source}}*document(e){if(e.value)return yield*this.lineEnd(e);switch(this.type){case`doc-start`:Mn(e.start)===-1?e.start.push(this.sourceToken):(yield*this.pop(),yield*this.step());return;case`anchor`:case`tag`:case`space`:case`comment`:case`newline`:e.start.push(this.sourceToken);return}let t=this.startBlockValue(e);t?this.stack.push(t):yield{type:`error`,offset:this.offset,message:`Unexpected ${this.type} token in YAML document`,source:this.source}}*scalar(e){if(this.type===`map-value-ind`){let t=$(Pn(this.peek(2))),n;e.end?(n=e.end,n.push(this.sourceToken),delete e.end):n=[this.sourceToken];let r={type:`block-map`,offset:e.offset,indent:e.indent,items:[{start:t,key:e,sep:n}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=r}else yield*this.lineEnd(e)}*blockScalar(e){switch(this.type){case`space`:case`comment`:case`newline`:e.props.push(this.sourceToken);return;case`scalar`:if(e.source=this.source,this.atNewLine=!0,this.indent=0,this.onNewLine){let e=this.source.indexOf(`
`)+1;for(;e!==0;)this.onNewLine(this.offset+e),e=this.source.indexOf(`
`,e)+1}yield*this.pop();break;default:yield*this.pop(),yield*this.step()}}*blockMap(e){let t=e.items[e.items.length-1];switch(this.type){case`newline`:if(this.onKeyLine=!1,t.value){let n=`end`in t.value?t.value.end:void 0;(Array.isArray(n)?n[n.length-1]:void 0)?.type===`comment`?n?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else t.sep?t.sep.push(this.sourceToken):t.start.push(this.sourceToken);return;case`space`:case`comment`:if(t.value)e.items.push({start:[this.sourceToken]});else if(t.sep)t.sep.push(this.sourceToken);else{if(this.atIndentedComment(t.start,e.indent)){let n=e.items[e.items.length-2]?.value?.end;if(Array.isArray(n)){Fn(n,t.start),n.push(this.sourceToken),e.items.pop();return}}t.start.push(this.sourceToken)}return}if(this.indent>=e.indent){let n=!this.onKeyLine&&this.indent===e.indent,r=n&&(t.sep||t.explicitKey)&&this.type!==`seq-item-ind`,i=[];if(r&&t.sep&&!t.value){let n=[];for(let r=0;r<t.sep.length;++r){let i=t.sep[r];switch(i.type){case`newline`:n.push(r);break;case`space`:break;case`comment`:i.indent>e.indent&&(n.length=0);break;default:n.length=0}}n.length>=2&&(i=t.sep.splice(n[1]))}switch(this.type){case`anchor`:case`tag`:r||t.value?(i.push(this.sourceToken),e.items.push({start:i}),this.onKeyLine=!0):t.sep?t.sep.push(this.sourceToken):t.start.push(this.sourceToken);return;case`explicit-key-ind`:!t.sep&&!t.explicitKey?(t.start.push(this.sourceToken),t.explicitKey=!0):r||t.value?(i.push(this.sourceToken),e.items.push({start:i,explicitKey:!0})):this.stack.push({type:`block-map`,offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken],explicitKey:!0}]}),this.onKeyLine=!0;return;case`map-value-ind`:if(t.explicitKey){if(!t.sep){if(Q(t.start,`newline`))Object.assign(t,{key:null,sep:[this.sourceToken]});else{let e=$(t.start);this.stack.push({type:`block-map`,offset:this.offset,indent:this.indent,items:[{start:e,key:null,sep:[this.sourceToken]}]})}}else if(t.value)e.items.push({start:[],key:null,sep:[this.sourceToken]});else if(Q(t.sep,`map-value-ind`))this.stack.push({type:`block-map`,offset:this.offset,indent:this.indent,items:[{start:i,key:null,sep:[this.sourceToken]}]});else if(Nn(t.key)&&!Q(t.sep,`newline`)){let e=$(t.start),n=t.key,r=t.sep;r.push(this.sourceToken),delete t.key,delete t.sep,this.stack.push({type:`block-map`,offset:this.offset,indent:this.indent,items:[{start:e,key:n,sep:r}]})}else i.length>0?t.sep=t.sep.concat(i,this.sourceToken):t.sep.push(this.sourceToken)}else t.sep?t.value||r?e.items.push({start:i,key:null,sep:[this.sourceToken]}):Q(t.sep,`map-value-ind`)?this.stack.push({type:`block-map`,offset:this.offset,indent:this.indent,items:[{start:[],key:null,sep:[this.sourceToken]}]}):t.sep.push(this.sourceToken):Object.assign(t,{key:null,sep:[this.sourceToken]});this.onKeyLine=!0;return;case`alias`:case`scalar`:case`single-quoted-scalar`:case`double-quoted-scalar`:{let n=this.flowScalar(this.type);r||t.value?(e.items.push({start:i,key:n,sep:[]}),this.onKeyLine=!0):t.sep?this.stack.push(n):(Object.assign(t,{key:n,sep:[]}),this.onKeyLine=!0);return}default:{let r=this.startBlockValue(e);if(r){if(r.type===`block-seq`){if(!t.explicitKey&&t.sep&&!Q(t.sep,`newline`)){yield*this.pop({type:`error`,offset:this.offset,message:`Unexpected block-seq-ind on same line with key`,source:this.source});return}}else n&&e.items.push({start:i});this.stack.push(r);return}}}}yield*this.pop(),yield*this.step()}*blockSequence(e){let t=e.items[e.items.length-1];switch(this.type){case`newline`:if(t.value){let n=`end`in t.value?t.value.end:void 0;(Array.isArray(n)?n[n.length-1]:void 0)?.type===`comment`?n?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else t.start.push(this.sourceToken);return;case`space`:case`comment`:if(t.value)e.items.push({start:[this.sourceToken]});else{if(this.atIndentedComment(t.start,e.indent)){let n=e.items[e.items.length-2]?.value?.end;if(Array.isArray(n)){Fn(n,t.start),n.push(this.sourceToken),e.items.pop();return}}t.start.push(this.sourceToken)}return;case`anchor`:case`tag`:if(t.value||this.indent<=e.indent)break;t.start.push(this.sourceToken);return;case`seq-item-ind`:if(this.indent!==e.indent)break;t.value||Q(t.start,`seq-item-ind`)?e.items.push({start:[this.sourceToken]}):t.start.push(this.sourceToken);return}if(this.indent>e.indent){let t=this.startBlockValue(e);if(t){this.stack.push(t);return}}yield*this.pop(),yield*this.step()}*flowCollection(e){let t=e.items[e.items.length-1];if(this.type===`flow-error-end`){let e;do yield*this.pop(),e=this.peek(1);while(e?.type===`flow-collection`)}else if(e.end.length===0){switch(this.type){case`comma`:case`explicit-key-ind`:!t||t.sep?e.items.push({start:[this.sourceToken]}):t.start.push(this.sourceToken);return;case`map-value-ind`:!t||t.value?e.items.push({start:[],key:null,sep:[this.sourceToken]}):t.sep?t.sep.push(this.sourceToken):Object.assign(t,{key:null,sep:[this.sourceToken]});return;case`space`:case`comment`:case`newline`:case`anchor`:case`tag`:!t||t.value?e.items.push({start:[this.sourceToken]}):t.sep?t.sep.push(this.sourceToken):t.start.push(this.sourceToken);return;case`alias`:case`scalar`:case`single-quoted-scalar`:case`double-quoted-scalar`:{let n=this.flowScalar(this.type);!t||t.value?e.items.push({start:[],key:n,sep:[]}):t.sep?this.stack.push(n):Object.assign(t,{key:n,sep:[]});return}case`flow-map-end`:case`flow-seq-end`:e.end.push(this.sourceToken);return}let n=this.startBlockValue(e);n?this.stack.push(n):(yield*this.pop(),yield*this.step())}else{let t=this.peek(2);if(t.type===`block-map`&&(this.type===`map-value-ind`&&t.indent===e.indent||this.type===`newline`&&!t.items[t.items.length-1].sep))yield*this.pop(),yield*this.step();else if(this.type===`map-value-ind`&&t.type!==`flow-collection`){let n=$(Pn(t));In(e);let r=e.end.splice(1,e.end.length);r.push(this.sourceToken);let i={type:`block-map`,offset:e.offset,indent:e.indent,items:[{start:n,key:e,sep:r}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=i}else yield*this.lineEnd(e)}}flowScalar(e){if(this.onNewLine){let e=this.source.indexOf(`
`)+1;for(;e!==0;)this.onNewLine(this.offset+e),e=this.source.indexOf(`
`,e)+1}return{type:e,offset:this.offset,indent:this.indent,source:this.source}}startBlockValue(e){switch(this.type){case`alias`:case`scalar`:case`single-quoted-scalar`:case`double-quoted-scalar`:return this.flowScalar(this.type);case`block-scalar-header`:return{type:`block-scalar`,offset:this.offset,indent:this.indent,props:[this.sourceToken],source:``};case`flow-map-start`:case`flow-seq-start`:return{type:`flow-collection`,offset:this.offset,indent:this.indent,start:this.sourceToken,items:[],end:[]};case`seq-item-ind`:return{type:`block-seq`,offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken]}]};case`explicit-key-ind`:{this.onKeyLine=!0;let t=$(Pn(e));return t.push(this.sourceToken),{type:`block-map`,offset:this.offset,indent:this.indent,items:[{start:t,explicitKey:!0}]}}case`map-value-ind`:{this.onKeyLine=!0;let t=$(Pn(e));return{type:`block-map`,offset:this.offset,indent:this.indent,items:[{start:t,key:null,sep:[this.sourceToken]}]}}}return null}atIndentedComment(e,t){return this.type!==`comment`||this.indent<=t?!1:e.every(e=>e.type===`newline`||e.type===`space`)}*documentEnd(e){this.type!==`doc-mode`&&(e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],this.type===`newline`&&(yield*this.pop()))}*lineEnd(e){switch(this.type){case`comma`:case`doc-start`:case`doc-end`:case`flow-seq-end`:case`flow-map-end`:case`map-value-ind`:yield*this.pop(),yield*this.step();break;case`newline`:this.onKeyLine=!1;default:e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],this.type===`newline`&&(yield*this.pop())}}};
;// CONCATENATED MODULE: ./parse.js



// src/config/entry.ts
const maxQuoteLength = 80;
function nearestEntry(root, keys) {
	const [key, ...rest] = keys;
	const child = root.children.get(key);
	return child ? nearestEntry(child, rest) : root;
}
function locateKey(root, keys) {
	return nearestEntry(root, keys.slice(0, -1)).keys.get(keys.at(-1)) ?? nearestEntry(root, keys).location;
}
function locateEntry(root, keys) {
	return {
		location: nearestEntry(root, keys).location,
		path: pathText(keys)
	};
}
function compareLocations({ location: a }, { location: b }) {
	return a.line - b.line || a.column - b.column;
}
function pathText(keys) {
	return keys.map((key) => {
		if (typeof key !== "string") return `[${key}]`;
		return /^[A-Za-z_][\w-]{0,79}$/.test(key) ? `.${key}` : `[${quoted(key)}]`;
	}).join("").replace(/^\./, "");
}
function quoted(text) {
	return (0,every_run.Mn)(text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}...` : text);
}
// src/config/schema.ts
const textKeys = new Set([
	"account",
	"asn",
	"origin"
]);
const longestNote = 500;
const associationExample = "{ asn: 64500, cidr: 198.51.100.0/24 }";
const routeExample = "{ cidr: 198.51.100.0/24, origin: 64500 }";
const targetExample = `{ account: "111122223333", region: us-west-2, associations: [${associationExample}] }`;
const examples = {
	$schema: "\"byoasn.schema.json\"",
	version: "1",
	targets: `[${targetExample}]`,
	name: "edge/us-west-2",
	account: "\"111122223333\"",
	region: "us-west-2",
	"ipam-region": "us-east-1",
	associations: `[${associationExample}]`,
	routes: `[${routeExample}]`,
	asn: "64500",
	cidr: "198.51.100.0/24",
	origin: "64500",
	note: "\"edge POP, ticket NET-12\""
};
const $schema = optional((0,valibot_dependencies.E)(mustBe("text", exampleOf("$schema"))), { description: "For editors of JSON; not read." });
const version = (0,valibot_dependencies.x)((0,valibot_dependencies.b)([1, "1"], explainVersion), (0,valibot_dependencies.l)({
	description: "The version of this format.",
	examples: [1]
}));
const parse_name = optional(parse_text("name", "text", every_run.cn, { pattern: every_run.ln.source }), {
	description: "The name in reports, unique in the file. Default: account/region.",
	examples: ["edge/us-west-2"]
});
const account = parse_text("account", "12 digits in quotes", every_run.dn, {
	pattern: "^[0-9]{12}$",
	description: "The account that the CIDRs are in: 12 digits, in quotes.",
	examples: ["111122223333"]
});
const regionPattern = "^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$";
const region = parse_text("region", "text", every_run.un, {
	pattern: regionPattern,
	description: "The Region of the CIDRs; for an IPAM pool, its locale.",
	examples: ["us-west-2"]
});
const ipamRegion = (description) => optional(parse_text("ipam-region", "text", every_run.un, { pattern: regionPattern }), {
	description,
	examples: ["us-east-1"]
});
const numberOrText = (pattern) => ({
	type: void 0,
	anyOf: [{
		type: "integer",
		minimum: 1,
		maximum: 4294967295
	}, {
		type: "string",
		pattern
	}]
});
const asn = (policy) => parse_text("asn", "a number", (digits) => (0,every_run.An)(digits, policy), {
	...numberOrText("^([Aa][Ss])?[1-9][0-9]{0,9}$"),
	description: "The ASN that you brought to IPAM, in asplain digits (RFC 5396).",
	examples: [64500]
});
const origin = (policy) => parse_text("origin", every_run.It, (words) => (0,every_run.Bt)(words, policy), {
	...numberOrText("^(AWS|none|([Aa][Ss])?[1-9][0-9]{0,9})$"),
	description: "The origin that the CIDR is to have: your ASN, AWS, or none to withdraw it.",
	examples: [
		64500,
		"AWS",
		"none"
	]
});
const cidr = (policy) => parse_text("cidr", "text", (prefix) => (0,every_run.xn)(prefix, policy), {
	pattern: String.raw`^[0-9A-Fa-f:.]+\/[0-9]{1,3}$`,
	description: "The CIDR that you brought to EC2, without host bits: IPv4 up to /24, IPv6 up to /48.",
	examples: ["198.51.100.0/24", "2001:db8:1000::/48"]
});
const note = optional(parse_text("note", "text", parseNote, { maxLength: longestNote }), {
	description: "For people: reports show it, and it decides nothing.",
	examples: ["edge POP, ticket NET-12"]
});
const remove = (0,valibot_dependencies.x)((0,valibot_dependencies.c)(true, ({ input }) => `is ${kindOf(input)}, and can only be true; to keep the association, leave remove out`), (0,valibot_dependencies.l)({ description: "Removes the association, with the input allow-remove." }));
const makeConfigSchema = (policy) => {
	const associations = list("association", mapping("asn and cidr", `- ${associationExample}`, {
		asn: asn(policy),
		cidr: cidr(policy),
		note,
		remove: (0,valibot_dependencies.a)(remove)
	}, { description: "An association of one CIDR with one ASN." }), "The associations; optional with routes. A CIDR may have several ASNs.");
	const routes = list("route", mapping("cidr and origin", `- ${routeExample}`, {
		cidr: cidr(policy),
		origin: origin(policy),
		note
	}, { description: "The origin of one CIDR." }), "Origins of CIDRs, for the action for routes.");
	const targets = list("target", (0,valibot_dependencies.x)(mapping("account, region and associations", `- ${targetExample}`, {
		name: parse_name,
		account,
		region,
		"ipam-region": ipamRegion("The same, for this target."),
		associations: (0,valibot_dependencies.a)(associations),
		routes: (0,valibot_dependencies.a)(routes)
	}, { description: "One account and Region, which no other target has." }), (0,valibot_dependencies.S)(({ dataset: { value: input }, addIssue }) => {
		if (!isMapping(input) || "associations" in input || "routes" in input) return;
		addIssue({
			message: `is missing, and so is routes; one of them is needed. Example: ${exampleOf("associations")}`,
			path: [pathItem(input, "associations")]
		});
	}), (0,valibot_dependencies.l)({ anyOf: [requiring("associations", "routes"), requiring("routes", "associations")] })), "What is desired, by account and Region.");
	const common = ipamRegion("Home Region of the IPAM: an ASN that is not provisioned there is refused. A target may have its own.");
	return mapping("version and targets", exampleOf("version"), {
		$schema,
		version,
		"ipam-region": common,
		targets
	}, {
		title: "Associations of BYOIP CIDRs with ASNs",
		description: "What associate-ipam-byoasn associates, by account and Region."
	});
};
function readValidParts(data, policy) {
	const association = (0,valibot_dependencies.g)({
		asn: asn(policy),
		cidr: cidr(policy),
		remove: (0,valibot_dependencies.o)((0,valibot_dependencies.v)(remove), void 0)
	});
	const route = (0,valibot_dependencies.g)({
		cidr: cidr(policy),
		origin: origin(policy)
	});
	const target = (0,valibot_dependencies.g)({
		name: (0,valibot_dependencies.o)(parse_name, void 0),
		account: (0,valibot_dependencies.o)((0,valibot_dependencies.v)(account), void 0),
		region: (0,valibot_dependencies.o)((0,valibot_dependencies.v)(region), void 0),
		associations: (0,valibot_dependencies.o)((0,valibot_dependencies.t)((0,valibot_dependencies.o)((0,valibot_dependencies.v)(association), void 0)), []),
		routes: (0,valibot_dependencies.o)((0,valibot_dependencies.t)((0,valibot_dependencies.o)((0,valibot_dependencies.v)(route), void 0)), [])
	});
	const targets = (0,valibot_dependencies.t)((0,valibot_dependencies.o)(target, {
		associations: [],
		routes: []
	}));
	return (0,valibot_dependencies.y)((0,valibot_dependencies.o)((0,valibot_dependencies.g)({ targets }), { targets: [] }), data).targets;
}
function requiring(key, other) {
	return {
		properties: { [key]: { description: `Needed without ${other}.` } },
		required: [key]
	};
}
function parse_text(key, must, parse, metadata$3) {
	return (0,valibot_dependencies.x)((0,valibot_dependencies.E)(mustBe(must, exampleOf(key))), (0,valibot_dependencies.C)(({ dataset, addIssue, NEVER }) => {
		const parsed = parse(dataset.value);
		if (parsed.problem === void 0) return parsed.value;
		addIssue({ message: `${dataset.value === "" ? "" : `${quoted(dataset.value)} `}${parsed.problem}. Example: ${key}: ${parsed.example}` });
		return NEVER;
	}), (0,valibot_dependencies.l)(metadata$3));
}
function optional(schema, metadata$1) {
	return (0,valibot_dependencies.v)((0,valibot_dependencies.x)((0,valibot_dependencies.p)(schema), (0,valibot_dependencies.l)(metadata$1)));
}
function mapping(keys, example, entries, metadata$2) {
	const known = (0,valibot_dependencies.f)(`known are ${Object.keys(entries).join(", ")}`);
	return (0,valibot_dependencies.x)((0,valibot_dependencies.r)(isMapping, mustBe(`a mapping with ${keys}`, example)), (0,valibot_dependencies._)(entries, known, explainMissing), (0,valibot_dependencies.l)(metadata$2));
}
function list(noun, item, description) {
	const example = exampleOf(`${noun}s`);
	return (0,valibot_dependencies.x)((0,valibot_dependencies.t)(item, mustBe(`a list of ${noun}s`, example)), (0,valibot_dependencies.u)(1, `is empty; at least one ${noun} is needed. Example: ${example}`), (0,valibot_dependencies.l)({ description }));
}
function parseNote(text) {
	const { length } = Array.from(text);
	if (length <= longestNote) return { value: text };
	return {
		problem: `has ${length} characters; ${longestNote} are allowed`,
		example: "\"edge POP, ticket NET-12\""
	};
}
function mustBe(must, example) {
	return ({ input }) => `is ${kindOf(input)}, and must be ${must}. Example: ${example}`;
}
function explainMissing({ path }) {
	return `is missing. Example: ${exampleOf(String(path?.at(-1)?.key))}`;
}
function pathItem(input, key) {
	return {
		type: "object",
		origin: "key",
		input,
		key,
		value: void 0
	};
}
function explainVersion(issue) {
	const { input } = issue;
	const example = exampleOf("version");
	if (typeof input === "object") return mustBe("the number 1", example)(issue);
	const problem = (0,every_run.jn)(String(input)) ?? "is not a known version; use 1";
	return `${quoted(String(input))} ${problem}. Example: ${example}`;
}
function exampleOf(key) {
	return `${key}: ${examples[key]}`;
}
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function kindOf(value) {
	if (Array.isArray(value)) return "a list";
	if (value === null) return "empty";
	if (typeof value === "object") return "a mapping";
	if (typeof value === "string") return "text";
	return typeof value === "number" ? "a number" : String(value);
}
// src/config/conflicts.ts
function findConflicts(root, policy) {
	const parts = readValidParts(root.value, policy);
	const associations = locate(root, parts, "associations", (part) => part.associations);
	const routes = locate(root, parts, "routes", (part) => part.routes);
	const cidrs = [...associations, ...routes].toSorted((a, b) => compareLocations(a.at(), b.at()));
	return [
		...findSameTargets(root, parts),
		...findSameCidrs(cidrs),
		...findSameAssociations(associations),
		...findSameRoutes(routes),
		...findRemovedOrigins(routes, associations),
		...findOverlaps(cidrs)
	];
}
function locate(root, parts, list, itemsOf) {
	return parts.flatMap((part, target) => itemsOf(part).flatMap((item, index) => {
		const keys = [
			"targets",
			target,
			list,
			index
		];
		const at = (key) => locateEntry(root, key === void 0 ? keys : [...keys, key]);
		return item ? {
			...item,
			target,
			at
		} : [];
	}));
}
function findSameTargets(root, parts) {
	const targets = parts.map(({ name, account, region }, index) => {
		const keys = ["targets", index];
		const entryLocation = locateEntry(root, keys);
		return {
			name,
			defaultName: account && region && (0,every_run.sn)(account, region),
			entryLocation,
			nameLocation: name ? locateEntry(root, [...keys, "name"]) : entryLocation
		};
	});
	const sameTargets = findRepeats(targets, ({ defaultName }) => defaultName);
	const sameNames = findRepeats(targets, ({ name, defaultName }) => name ?? defaultName).filter(({ item, first }) => item.name || first.name);
	return [...sameTargets.map(({ item, first, key }) => ({
		...item.entryLocation,
		text: `is a second target for ${key}; move its entries to the first, in ${lineOf(first.entryLocation)}`
	})), ...sameNames.map(({ item, first, key }) => ({
		...item.nameLocation,
		text: `"${key}" is also the name of the target in ${lineOf(first.entryLocation)}`
	}))];
}
function findSameCidrs(cidrs) {
	return findRepeats(cidrs, ({ cidr }) => cidr).filter(({ item, first }) => item.target !== first.target).map(({ item, first, key }) => ({
		...item.at("cidr"),
		text: `"${key}" is also in another target, in ${lineOf(first.at("cidr"))}; a CIDR is in one account and Region`
	}));
}
function findSameAssociations(associations) {
	return findRepeats(associations, associationKey).map(({ item, first }) => ({
		...item.at(),
		text: explainRepeat(item, first)
	}));
}
function explainRepeat(item, first) {
	const association = (0,every_run.Ht)(item);
	const line = lineOf(first.at());
	if (item.remove === first.remove) return `repeats ${association}; the first is in ${line}`;
	return item.remove ? `removes ${association}, which is desired in ${line}` : `repeats ${association}, which ${line} removes`;
}
function findSameRoutes(routes) {
	return findRepeats(routes, ({ target, cidr }) => `${target} ${cidr}`).map(({ item, first }) => ({
		...item.at("cidr"),
		text: `"${item.cidr}" already has a route, in ${lineOf(first.at())}; a CIDR has one origin`
	}));
}
function findRemovedOrigins(routes, associations) {
	const removed = new Map(associations.filter(({ remove }) => remove).map((association) => [associationKey(association), association]));
	return routes.flatMap(({ target, cidr, origin, at }) => {
		const association = removed.get(associationKey({
			target,
			cidr,
			asn: origin
		}));
		if (!association) return [];
		const text = `"${origin}" is removed from ${cidr} by ${lineOf(association.at())}; change the origin before you remove the ASN`;
		return {
			...at("origin"),
			text
		};
	});
}
function associationKey({ target, cidr, asn }) {
	return `${target} ${cidr} ${asn}`;
}
function findOverlaps(cidrs) {
	const firsts = [...Map.groupBy(cidrs, ({ cidr }) => cidr).values()].flatMap(([first], order) => {
		const range = first && (0,every_run.Dn)(first.cidr);
		return range ? {
			...first,
			range,
			order
		} : [];
	});
	let containing = [];
	return firsts.toSorted(compareRanges).flatMap((inner) => {
		const outers = containing.filter(({ range }) => (0,every_run.Tn)(range, inner.range));
		containing = [...outers, inner];
		const outer = outers.at(-1);
		if (!outer) return [];
		const [later, first] = inner.order > outer.order ? [inner, outer] : [outer, inner];
		const text = `"${later.cidr}" overlaps ${first.cidr} in ${lineOf(first.at("cidr"))}`;
		return {
			...later.at("cidr"),
			text
		};
	});
}
function compareRanges({ range: a }, { range: b }) {
	return a.family - b.family || Number(a.first - b.first) || Number(b.last - a.last);
}
function findRepeats(items, keyOf) {
	const groups = Map.groupBy(items, keyOf);
	return items.flatMap((item) => {
		const key = keyOf(item);
		const [first = item] = groups.get(key) ?? [];
		return key === void 0 || first === item ? [] : {
			item,
			first,
			key
		};
	});
}
function lineOf({ location }) {
	return `line ${location.line}`;
}
// src/config/tree.ts
const maxRepeated = 1e4;
const forbiddenKeys = new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
const nothing = {
	value: null,
	keys: new Map(),
	children: new Map(),
	size: 1
};
function readTree(contents, options) {
	const reading = {
		...options,
		anchors: new Map(),
		repeated: 0
	};
	const root = contents ? readNode(contents, [], reading) : {
		...nothing,
		location: options.locate(0)
	};
	return reading.repeated > maxRepeated ? void 0 : root;
}
function readNode(node, keys, reading) {
	const location = reading.locate(node.range[0]);
	if (s(node)) return {
		...readAlias(node, keys, reading),
		location
	};
	if (node.tag !== void 0) {
		const tag = quoted(node.tag.replace("tag:yaml.org,2002:", "!!"));
		reading.report(node.range[0], `has the tag ${tag}; tags are not supported`, keys);
	}
	const anchored = { node };
	if (node.anchor !== void 0) reading.anchors.set(node.anchor, anchored);
	anchored.entry = {
		...readContent(node, keys, reading),
		location
	};
	return anchored.entry;
}
function readAlias(alias, keys, reading) {
	const { node, entry } = reading.anchors.get(alias.source) ?? {};
	if (!entry) {
		const problem = node ? "contains itself" : "has no anchor before it";
		reading.report(alias.range[0], `${quoted(`*${alias.source}`)} ${problem}`, keys);
		return nothing;
	}
	const { size } = entry;
	if (reading.repeated <= maxRepeated && reading.repeated + size > maxRepeated) reading.report(alias.range[0], `is one alias too many: aliases may repeat at most ${maxRepeated} entries. Write some of them out`, keys);
	reading.repeated += size;
	const value = d(node) ? readScalar(node, keys, reading) : entry.value;
	return {
		...nothing,
		value,
		size
	};
}
function readContent(node, keys, reading) {
	if (d(node)) return {
		...nothing,
		value: readScalar(node, keys, reading)
	};
	const content = l(node) ? readPairs(node, keys, reading) : readItems(node, keys, reading);
	const size = content.children.values().reduce((sum, entry) => sum + entry.size, 1);
	return {
		...nothing,
		...content,
		size
	};
}
function readScalar({ value, source }, keys, { textKeys }) {
	return typeof value === "number" && textKeys.has(keys.at(-1)) ? source : value;
}
function readItems({ items }, keys, reading) {
	const entries = items.map((item, index) => readNode(item, [...keys, index], reading));
	return {
		value: entries.map(({ value }) => value),
		children: new Map(entries.entries())
	};
}
function readPairs({ items }, parent, reading) {
	const mapping = Object.create(null);
	const locations = new Map();
	const children = new Map();
	for (const { key, value } of items) {
		const name = d(key) && typeof key.value === "string" ? key.value : void 0;
		const keys = name === void 0 ? parent : [...parent, name];
		if (!s(key)) readNode(key, keys, reading);
		const location = reading.locate(key.range[0]);
		const problem = explainKey(name, locations);
		if (problem !== void 0) reading.report(key.range[0], problem, keys);
		const entry = value ? readNode(value, keys, reading) : {
			...nothing,
			location
		};
		if (name === void 0 || problem !== void 0 || key.tag !== void 0) continue;
		mapping[name] = entry.value;
		locations.set(name, location);
		children.set(name, entry);
	}
	return {
		value: mapping,
		keys: locations,
		children
	};
}
function explainKey(key, before) {
	if (key === void 0) return "has a key that is not text";
	if (forbiddenKeys.has(key)) return "is not allowed as a key";
	const first = before.get(key);
	return first && `is a duplicate key; the first is in line ${first.line}`;
}
// src/config/yaml.ts
const maxDepth = 100;
const wideColon = "\uff1a";
const tagCodes = new Set(["TAG_RESOLVE_FAILED", "BAD_COLLECTION_TYPE"]);
const options = {
	version: "1.2",
	schema: "core",
	merge: false,
	resolveKnownTags: false,
	uniqueKeys: false
};
function readYaml(text, file, textKeys) {
	const source = text.replace(/^\uFEFF/, "");
	const locate = makeLocate(source, file);
	const problems = [];
	const report = (offset, text, keys = []) => void problems.push({
		location: locate(offset),
		path: pathText(keys),
		text
	});
	const tokens = readTokens(source, report);
	const [document, second] = new yn(options).compose(tokens, true, source.length);
	if (problems.length > 0 || !document) return {
		root: void 0,
		problems
	};
	const { contents, errors, warnings, directives } = document;
	const issues = [...errors, ...warnings.filter(({ code }) => !tagCodes.has(code))];
	for (const { pos, message } of issues) report(pos[0], `is not valid YAML: ${message}`);
	if (issues.length > 0) reportLookAlikes(document, source, locate, report);
	if (second) report(second.range[0], "starts a second document; only one is allowed");
	if (directives.yaml.version === "1.1") report(0, "is declared as YAML 1.1; use YAML 1.2");
	if (problems.length > 0) return {
		root: void 0,
		problems
	};
	return {
		root: readTree(contents, {
			locate,
			textKeys,
			report
		}),
		problems
	};
}
function makeLocate(source, file) {
	const lines = new jn();
	lines.addNewLine(0);
	for (const { index } of source.matchAll(/\n/g)) lines.addNewLine(index + 1);
	return (offset) => {
		const { line, col } = lines.linePos(Math.min(offset, source.length));
		return {
			file,
			line,
			column: col
		};
	};
}
function* readTokens(source, report) {
	const parser = new Ln();
	for (const lexeme of new An().lex(source)) {
		yield* parser.next(lexeme);
		if (isTooDeep(parser)) return report(parser.offset, `is nested more than ${maxDepth} levels deep`);
	}
	yield* parser.end();
}
function isTooDeep({ stack }) {
	return stack.length > maxDepth && stack.filter((token) => "items" in token).length > maxDepth;
}
const beforeBlank = /^[\s-]*$|(?:^|[\s{,])[\w$]+:$/;
const beforeColon = /^[\s-]*[\w$]+$/;
function reportLookAlikes(document, source, locate, report) {
	const lines = new Set();
	const examine = (character, offset) => {
		const { line, column } = locate(offset);
		const text = source.slice(offset + 1 - column, offset);
		const [before, needed] = character === wideColon ? [beforeColon, "a plain colon"] : [beforeBlank, "a plain space"];
		if (lines.has(line) || !before.test(text)) return;
		lines.add(line);
		report(offset, `${(0,every_run.jn)(text + character)}; YAML needs ${needed} there`);
	};
	y(document, { Scalar: (_key, { type, range }) => {
		if (type !== O.PLAIN || !range) return;
		const [start, end] = range;
		for (const { 0: character, index } of source.slice(start, end).matchAll(/[[\p{Zs}\p{Cf}\uff1a]--\u0020]/gv)) examine(character, start + index);
	} });
}
// src/config/parse.ts
const maxProblems = 100;
const mergeKey = "<<";
const mergeProblem = "is a merge key, which YAML 1.2 does not have. Write the keys out, or use an alias (*name) for an entire entry";
function parseConfig(text, file, policy) {
	const { root, problems } = readYaml(text, file, textKeys);
	if (!root) return refuse(problems);
	const { success, output, issues = [] } = (0,valibot_dependencies.T)(makeConfigSchema(policy), root.value);
	const found = [
		...problems,
		...issues.flatMap((issue) => explainIssue(root, issue)),
		...findConflicts(root, policy)
	];
	if (!success || found.length > 0) return refuse(found);
	const located = (items, ...keys) => items.map((item, index) => ({
		...item,
		note: item.note ?? "",
		location: nearestEntry(root, [
			"targets",
			...keys,
			index
		]).location
	}));
	return { targets: output.targets.map(({ name, account, region, ...rest }, index) => ({
		name: name ?? (0,every_run.sn)(account, region),
		accountId: account,
		region,
		ipamRegion: rest["ipam-region"] ?? output["ipam-region"] ?? void 0,
		associations: located(rest.associations ?? [], index, "associations"),
		...rest.routes && { routes: located(rest.routes, index, "routes") }
	})) };
}
function explainIssue(root, { type, path, message }) {
	const keys = path?.map(({ key }) => key) ?? [];
	const last = path?.at(-1);
	if (last?.type === "object" && last.origin === "key" && mergeKey in last.input) return [];
	if (type !== "never") return [{
		...locateEntry(root, keys),
		text: message
	}];
	const text = explainUnknownKey(String(last?.key), message);
	return [{
		location: locateKey(root, keys),
		path: pathText(keys),
		text
	}];
}
function explainUnknownKey(key, known) {
	if (key === mergeKey) return mergeProblem;
	const lookAlike = (0,every_run.jn)(key);
	return `is not a known key${lookAlike === void 0 ? "" : `: it ${lookAlike}`}; ${known}`;
}
function refuse(problems) {
	const sorted = problems.toSorted(compareLocations);
	const count = sorted.length;
	const [next] = sorted.slice(maxProblems);
	if (!next) return {
		problems: sorted,
		count
	};
	const rest = {
		location: next.location,
		path: "",
		text: `and ${count - maxProblems} more`
	};
	return {
		problems: [...sorted.slice(0, maxProblems), rest],
		count
	};
}



}),

533:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  C: () => (m),
  D: () => (g),
  E: () => (F),
  O: () => (I),
  S: () => (p),
  T: () => (z),
  _: () => (M),
  a: () => (T),
  b: () => (P),
  c: () => (E),
  d: () => (f),
  f: () => (D),
  g: () => (j),
  h: () => (A),
  i: () => (c),
  l: () => (u),
  m: () => (k),
  n: () => (C),
  o: () => (y),
  p: () => (O),
  r: () => (w),
  s: () => (x),
  t: () => (S),
  u: () => (d),
  v: () => (N),
  w: () => (h),
  x: () => (R),
  y: () => (L)
});
const e={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function t(t){return t?{lang:t?.lang??void 0,message:t?.message,abortEarly:t?.abortEarly??void 0,abortPipeEarly:t?.abortPipeEarly??void 0}:e}function n(e){let t=typeof e;return t===`string`?`"${e}"`:t===`number`||t===`bigint`||t===`boolean`?`${e}`:t===`object`||t===`function`?(e&&Object.getPrototypeOf(e)?.constructor?.name)??`null`:t}function r(e,t,r,i,a){let o=a&&`input`in a?a.input:r.value,s=a?.expected??e.expects??null,c=a?.received??n(o),l={kind:e.kind,type:e.type,input:o,expected:s,received:c,message:`Invalid ${t}: ${s?`Expected ${s} but r`:`R`}eceived ${c}`,requirement:e.requirement,path:a?.path,issues:a?.issues,lang:i.lang,abortEarly:i.abortEarly,abortPipeEarly:i.abortPipeEarly},u=e.kind===`schema`,d=a?.message??e.message??(e.reference,l.lang,void 0)??(u?(l.lang,void 0):null)??i.message??(l.lang,void 0);d!==void 0&&(l.message=typeof d==`function`?d(l):d),u&&(r.typed=!1),r.issues?r.issues.push(l):r.issues=[l]}function i(e,t){return e===t||Number.isNaN(e)&&Number.isNaN(t)}function a(e,t){return Object.prototype.hasOwnProperty.call(e,t)&&t!==`__proto__`&&t!==`prototype`&&t!==`constructor`}function o(e,t){let n=[...new Set(e)];return n.length>1?`(${n.join(` ${t} `)})`:n[0]??`never`}function s(e){return e[`~standard`]={version:1,vendor:`valibot`,validate:n=>e[`~run`]({value:n},t())},e}function c(e,t){let n={};for(let r of e)n[r]=t;return n}var l=class extends Error{constructor(e){super(e[0].message),this.name=`ValiError`,this.issues=e}};function u(e){return{kind:`metadata`,type:`metadata`,reference:u,metadata:e}}function d(e,t){return{kind:`validation`,type:`min_length`,reference:d,async:!1,expects:`>=${e}`,requirement:e,message:t,"~run"(e,t){return e.typed&&e.value.length<this.requirement&&r(this,`length`,e,t,{received:`${e.value.length}`}),e}}}function f(e,t){return{kind:`validation`,type:`min_value`,reference:f,async:!1,expects:`>=${e instanceof Date?e.toJSON():n(e)}`,requirement:e,message:t,"~run"(e,t){return e.typed&&!(e.value>=this.requirement)&&r(this,`value`,e,t,{received:e.value instanceof Date?e.value.toJSON():n(e.value)}),e}}}function p(e){return{kind:`validation`,type:`raw_check`,reference:p,async:!1,expects:null,"~run"(t,n){return e({dataset:t,config:n,addIssue:e=>r(this,e?.label??`input`,t,n,e)}),t}}}function m(e){return{kind:`transformation`,type:`raw_transform`,reference:m,async:!1,"~run"(t,n){let i=e({dataset:t,config:n,addIssue:e=>r(this,e?.label??`input`,t,n,e),NEVER:null});return t.issues?t.typed=!1:t.value=i,t}}}function h(e){return{kind:`validation`,type:`safe_integer`,reference:h,async:!1,expects:null,requirement:Number.isSafeInteger,message:e,"~run"(e,t){return e.typed&&!this.requirement(e.value)&&r(this,`safe integer`,e,t),e}}}function g(e){return{kind:`transformation`,type:`transform`,reference:g,async:!1,operation:e,"~run"(e){return e.value=this.operation(e.value),e}}}const _={abortEarly:!0};function v(e,t,n){return typeof e.fallback==`function`?e.fallback(t,n):e.fallback}function y(e,t){return s({...e,fallback:t,"~run"(t,n){let r=e[`~run`](t,n);return r.issues?{typed:!0,value:v(this,r,n)}:r}})}function b(e,t,n){return typeof e.default==`function`?e.default(t,n):e.default}function x(e,t){return!e[`~run`]({value:t},_).issues}function S(e,t){return s({kind:`schema`,type:`array`,reference:S,expects:`Array`,async:!1,item:e,message:t,"~run"(e,t){let n=e.value;if(Array.isArray(n)){e.typed=!0,e.value=[];for(let r=0;r<n.length;r++){let i=n[r],a=this.item[`~run`]({value:i},t);if(a.issues){let o={type:`array`,origin:`value`,input:n,key:r,value:i};for(let t of a.issues)t.path?t.path.unshift(o):t.path=[o],e.issues?.push(t);if(e.issues||=a.issues,t.abortEarly){e.typed=!1;break}}a.typed||(e.typed=!1),e.value.push(a.value)}}else r(this,`type`,e,t);return e}})}function C(e){return s({kind:`schema`,type:`boolean`,reference:C,expects:`boolean`,async:!1,message:e,"~run"(e,t){return typeof e.value==`boolean`?e.typed=!0:r(this,`type`,e,t),e}})}function w(e,t){return s({kind:`schema`,type:`custom`,reference:w,expects:`unknown`,async:!1,check:e,message:t,"~run"(e,t){return this.check(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function T(e,t){return s({kind:`schema`,type:`exact_optional`,reference:T,expects:e.expects,async:!1,wrapped:e,default:t,"~run"(e,t){return this.wrapped[`~run`](e,t)}})}function E(e,t){return s({kind:`schema`,type:`literal`,reference:E,expects:n(e),async:!1,literal:e,message:t,"~run"(e,t){return i(e.value,this.literal)?e.typed=!0:r(this,`type`,e,t),e}})}function D(e){return s({kind:`schema`,type:`never`,reference:D,expects:`never`,async:!1,message:e,"~run"(e,t){return r(this,`type`,e,t),e}})}function O(e,t){return s({kind:`schema`,type:`nullable`,reference:O,expects:`(${e.expects} | null)`,async:!1,wrapped:e,default:t,"~run"(e,t){return e.value===null&&(this.default!==void 0&&(e.value=b(this,e,t)),e.value===null)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function k(e,t){return s({kind:`schema`,type:`nullish`,reference:k,expects:`(${e.expects} | null | undefined)`,async:!1,wrapped:e,default:t,"~run"(e,t){return(e.value===null||e.value===void 0)&&(this.default!==void 0&&(e.value=b(this,e,t)),e.value===null||e.value===void 0)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function A(e){return s({kind:`schema`,type:`number`,reference:A,expects:`number`,async:!1,message:e,"~run"(e,t){return typeof e.value==`number`&&!isNaN(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function j(e,t){return s({kind:`schema`,type:`object`,reference:j,expects:`Object`,async:!1,entries:e,message:t,"~run"(e,t){let n=e.value;if(n&&typeof n==`object`){e.typed=!0,e.value={};for(let i in this.entries){let a=this.entries[i];if(i in n||(a.type===`exact_optional`||a.type===`optional`||a.type===`nullish`)&&a.default!==void 0){let r=i in n?n[i]:b(a),o=a[`~run`]({value:r},t);if(o.issues){let a={type:`object`,origin:`value`,input:n,key:i,value:r};for(let t of o.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=o.issues,t.abortEarly){e.typed=!1;break}}o.typed||(e.typed=!1),e.value[i]=o.value}else if(a.fallback!==void 0)e.value[i]=v(a);else if(a.type!==`exact_optional`&&a.type!==`optional`&&a.type!==`nullish`&&(r(this,`key`,e,t,{input:void 0,expected:`"${i}"`,path:[{type:`object`,origin:`key`,input:n,key:i,value:n[i]}]}),t.abortEarly))break}}else r(this,`type`,e,t);return e}})}function M(e,t,n){return s({kind:`schema`,type:`object_with_rest`,reference:M,expects:`Object`,async:!1,entries:e,rest:t,message:n,"~run"(e,t){let n=e.value;if(n&&typeof n==`object`){e.typed=!0,e.value={};for(let i in this.entries){let a=this.entries[i];if(i in n||(a.type===`exact_optional`||a.type===`optional`||a.type===`nullish`)&&a.default!==void 0){let r=i in n?n[i]:b(a),o=a[`~run`]({value:r},t);if(o.issues){let a={type:`object`,origin:`value`,input:n,key:i,value:r};for(let t of o.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=o.issues,t.abortEarly){e.typed=!1;break}}o.typed||(e.typed=!1),e.value[i]=o.value}else if(a.fallback!==void 0)e.value[i]=v(a);else if(a.type!==`exact_optional`&&a.type!==`optional`&&a.type!==`nullish`&&(r(this,`key`,e,t,{input:void 0,expected:`"${i}"`,path:[{type:`object`,origin:`key`,input:n,key:i,value:n[i]}]}),t.abortEarly))break}if(!e.issues||!t.abortEarly){for(let r in n)if(a(n,r)&&!Object.prototype.hasOwnProperty.call(this.entries,r)){let i=this.rest[`~run`]({value:n[r]},t);if(i.issues){let a={type:`object`,origin:`value`,input:n,key:r,value:n[r]};for(let t of i.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=i.issues,t.abortEarly){e.typed=!1;break}}i.typed||(e.typed=!1),e.value[r]=i.value}}}else r(this,`type`,e,t);return e}})}function N(e,t){return s({kind:`schema`,type:`optional`,reference:N,expects:`(${e.expects} | undefined)`,async:!1,wrapped:e,default:t,"~run"(e,t){return e.value===void 0&&(this.default!==void 0&&(e.value=b(this,e,t)),e.value===void 0)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function P(e,t){return s({kind:`schema`,type:`picklist`,reference:P,expects:o(e.map(n),`|`),async:!1,options:e,message:t,"~run"(e,t){return this.options.includes(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function F(e){return s({kind:`schema`,type:`string`,reference:F,expects:`string`,async:!1,message:e,"~run"(e,t){return typeof e.value==`string`?e.typed=!0:r(this,`type`,e,t),e}})}function I(){return s({kind:`schema`,type:`unknown`,reference:I,expects:`unknown`,async:!1,"~run"(e){return e.typed=!0,e}})}function L(e,n,r){let i=e[`~run`]({value:n},t(r));if(i.issues)throw new l(i.issues);return i.value}function R(...e){return s({...e[0],pipe:e,"~run"(t,n){for(let r of e)if(r.kind!==`metadata`){if(t.issues&&(r.kind===`schema`||r.kind===`transformation`)){t.typed=!1;break}t.issues&&(n.abortEarly||n.abortPipeEarly)||(t=r[`~run`](t,n))}return t}})}function z(e,n,r){let i=e[`~run`]({value:n},t(r));return{typed:i.typed,success:!i.issues,output:i.value,issues:i.issues}}

})

};
