export {
  addEventCursor,
  addGoalLevel,
  addRegionCode,
  addScopeInput,
  scopeUnion,
  addSortDirection,
  asGoalLevel,
  asRegion,
} from './added-types.ts'
export { addSharedTypes, builderOptions, federation } from './builder.ts'
export type { AddRefusal, NotFoundShape, StaleVersionShape } from './refusals.ts'
export { asShared, type SharedSchemaTypes, type SharedTypes } from './shared-builder.ts'
export { liveSchema, startPosition } from './live-schema.ts'
export type { GraphContext } from './context.ts'
export { logger } from './log.ts'
export type { Answer, Route } from './routes.ts'
export { serveSubgraph, type SubgraphOptions } from './server.ts'
export type { Positioned } from './subscribe.ts'
export { printSubgraph } from './print.ts'
export { asksFor, selectionOf, selectionWithin } from './selection.ts'
export { references } from './references.ts'
export { batched, batchedById } from './batch.ts'
export { evidenceOf, keptStatuses, UNVERIFIED, unverifiedValue } from './evidence.ts'
export { canonicalJson, sha256 } from './digest.ts'
export { asCode, asId, eachOnce, ID_AS_GIVEN, isCode, isId, NO_ID } from './ids.ts'
export { beginningWith, cleanText, containing, literally, MAX_TEXT } from './text.ts'
export { countedConnections, totalOf, type ConnectionRefs } from './counted.ts'
export { historyPage } from './history-page.ts'
export { pageOf } from './sizes.ts'
export { arrayPage, byPlace, offsetPage } from './offset-page.ts'
export { isPosition } from './input/cursors.ts'
export { idIs } from './input/id-of.ts'
export { CONTENT, contentOf, SEEN_IS_READ, WITHIN_CONTENT } from './content.ts'
export { plain } from './selected-column.ts'
export { present } from './present.ts'
