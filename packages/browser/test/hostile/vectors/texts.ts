import { script, url, foreign, markup } from "./vector.ts";

/** Values of `style`. */
export const styles: readonly string[] = [
  `background:url(${foreign})`,
  `background:url("${url}")`,
  `background-image:\\0075\\0072\\006C\\0028'\\002f/evil.example/'\\0029;background:\\75 rl(${foreign})`,
  `background-image:url('${foreign}'`,
  `background:image-set("${foreign}" 1x)`,
  `background:-webkit-image-set(url(${foreign}) 1x)`,
  `background:cross-fade(url(${foreign}),url(/x))`,
  `list-style:url(${foreign})`,
  `list-style:url(http://foo.f)\\20url(${url});`,
  `cursor:url(${foreign}),auto`,
  `content:url(${foreign})`,
  `filter:url(${foreign}#x)`,
  `mask:url(${foreign})`,
  `--x:"${foreign}";background:image-set(var(--x) 1x)`,
  `behavior:url(${foreign})`,
  `-moz-binding:url(${foreign}#xss)`,
  `-o-link:'${url}';-o-link-source:current`,
  `src:url("${foreign}")`,
];

/** Values of `style` that say nothing to a browser of today. */
export const harmlessStyles: readonly string[] = [
  `xss:expression(${script})`,
  `xss:expr/*XSS*/ession(${script})`,
  `width:expressio\\6e(${script})`,
  `color:red}</style><script>${script}</script>`,
  `behavior:url(#default#time2)`,
  `-moz-binding:url(#x)`,
  `background:image-set(attr(title) 1x)`,
  `font-family:foo}*{display:none`,
];

/** Texts that break out of where they are, if anybody parses them. */
export const texts: readonly string[] = [
  markup,
  `"><svg/onload=${script}>`,
  `' onmouseover='${script}`,
  `</title></textarea></style></script><script>${script}</script>`,
  `javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/"/+/onmouseover=1/+/[*/[]/+${script}//'>`,
  `javascript:"/*'/*\`/*--></noscript></title></textarea></style></template></noembed></script><html " onmouseover=/*&lt;svg/*/onload=${script}//>`,
  `<!--<img src="--><img src=x onerror=${script}//">`,
  `<![CDATA[><image href="]]><img src=x onerror=${script}//">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${script}>`,
  `&lt;script&gt;${script}&lt;/script&gt;`,
  `&{${script}}`,
  `\${${script}}`,
  `{{constructor.constructor('${script}')()}}`,
  `+ADw-script+AD4-${script}+ADw-/script+AD4-`,
  `\u003cscript\u003e${script}\u003c/script\u003e`,
  `<?xml-stylesheet href="${url}"?>`,
  `]]><script>${script}</script>`,
];

/** Names of events for which elements of some engine run scripts. */
export const events = (
  "afterprint animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut beforeinput beforematch " +
  "beforepaste beforeprint beforetoggle beforeunload begin blur cancel canplay canplaythrough change click close command " +
  "contentvisibilityautostatechange contextmenu copy cuechange cut dblclick drag dragend dragenter dragexit dragleave dragover dragstart " +
  "drop durationchange end ended error focus focusin focusout formdata fullscreenchange gesturechange gestureend gesturestart " +
  "gotpointercapture hashchange input invalid keydown keypress keyup load loadeddata loadedmetadata loadstart location " +
  "lostpointercapture message mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel mozfullscreenchange " +
  "pagehide pagereveal pageshow pageswap paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove " +
  "pointerout pointerover pointerrawupdate pointerup popstate progress promptaction promptdismiss ratechange repeat reset resize " +
  "scroll scrollend scrollsnapchange scrollsnapchanging search securitypolicyviolation seeked seeking select selectionchange " +
  "selectstart slotchange submit suspend timeupdate toggle touchcancel touchend touchmove touchstart transitioncancel transitionend " +
  "transitionrun transitionstart unhandledrejection unload validationstatuschange volumechange waiting webkitanimationend " +
  "webkitanimationiteration webkitanimationstart webkitfullscreenchange webkitmouseforcechanged webkitmouseforcedown " +
  "webkitmouseforceup webkitmouseforcewillbegin webkitplaybacktargetavailabilitychanged webkitpresentationmodechanged " +
  "webkittransitionend webkitwillrevealbottom wheel"
).split(" ");
