export { applyMigrations } from './migrate.ts'
export { createAdapter, createPool } from './connection.ts'
