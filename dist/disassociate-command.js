export const id = 644;
export const ids = [644];
export const modules = {

/***/ 644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   disassociateCommand: () => (/* binding */ disassociateCommand)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43);

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DisassociateIpamByoasnCommand.js
var DisassociateIpamByoasnCommand = class extends (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.o)(_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.i, _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a, "DisassociateIpamByoasn", _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.c) {};
// src/aws/disassociate-command.ts
function disassociateCommand(input) {
	return new DisassociateIpamByoasnCommand(input);
}



/***/ })

};
