export { bulkCommands, type BulkRow } from './graphql/bulk.ts'
export { memberOf, type Member } from './graphql/member.ts'
export { commandMutations, seen } from './graphql/mutations-on.ts'
export { mutations, type MemberRef, type Mutation } from './graphql/mutation.ts'
export { commandsOn, type Also, type Given } from './commands.ts'
export { accepted, refused, type Decision, type Refused } from './decision.ts'
export {
  done,
  notFound,
  stale,
  type Done,
  type NotDone,
  type NotFound,
  type Outcome,
  type Stale,
} from './outcome.ts'
