export { migrateSubgraph } from './migrate-subgraph.ts'
export { applyMigrations, requireMigrations, type Migrations } from './migrate.ts'
export { inboxOf, roleOf } from './embedded/roles.ts'
export { clientOptions, createPool, type ClientOptions } from './connection.ts'
