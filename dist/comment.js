export const id = 693;
export const ids = [693];
export const modules = {

/***/ 693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatComment: () => (/* binding */ formatComment)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);

// src/report/comment.ts
function formatComment(outcome, room, links) {
	const rest = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)("The run", links.run)}, in its job summary or its log,`;
	const page = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.i)(outcome, links, {
		picture: "",
		foot: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.d)(links),
		rest
	});
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.f)(page, (text) => text.length <= room);
}



/***/ })

};
