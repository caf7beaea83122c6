// Public documents of the token plane: cacheable like every other one, refusing in RFC 6749 JSON.
import { documentRoute, type DocumentDeclaration } from './document-route';
import { oauthErrorAnswer, oauthResponse, refuseOAuthMethod, toOAuthError } from './oauth-response';
import type { RouteHandlers } from './partner-route';

/** Handlers of a keys or metadata document. */
export function oauthDocumentRoute(declaration: DocumentDeclaration): RouteHandlers {
  return documentRoute(declaration, {
    method: refuseOAuthMethod(['GET', 'HEAD']),
    failure: (request, thrown, requestId) =>
      oauthResponse(request, requestId, oauthErrorAnswer(toOAuthError(thrown, requestId))),
  });
}
