/**
 * Files of a package usually lie on the origin of the page that shows the app, so a link can open them there as documents.
 * A document that runs scripts would then have everything that the page has, and a policy of `script-src 'self'` lets it
 * load them from the package. So no file may be one: neither by its name, which gives it its type on a server, nor, for
 * SVG, by what it holds.
 */

/** Names that servers give the type of a script or of a document that can have scripts. */
const activeName = /\.(x?html?|xht|shtml?|xml|xslt?|xsd|rdf|rss|atom|svgz|mht|mhtml|hta|[cm]?js)$/i;

/** Why a name may not be in a package, or `undefined` when it may. */
export function describeActiveName(path: string): string | undefined {
  return activeName.test(path) ? "its name says so" : undefined;
}

/** Whether the bytes of this file need a look. */
export function isDrawing(path: string): boolean {
  return /\.svg$/i.test(path);
}
