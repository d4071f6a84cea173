export { directoryCopies, onDeputyship, onPerson, onRelation } from './consume.ts'
export { findReachable } from './reach.ts'
export { loadStandings, standings, type DirectoryClient, type Standing } from './standing.ts'
export { nearTrainee, openedRecords, readableTrainee } from './readable.ts'
export { addViewer } from './viewer.ts'
export {
  administeredTrainee,
  inScope,
  ledTrainee,
  NOBODY,
  standsInFor,
  visibleTrainee,
} from './visibility.ts'
export type { DeputyshipWhere, PersonWhere, RelationWhere } from './where.ts'
