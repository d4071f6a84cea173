export { reachableDataDir } from './data-dir.ts'
export { DATABASE, ROLES, databaseUrl, provision, type Role } from './provision.ts'
export { freePort, startServer, type Server, type ServerOptions } from './server.ts'
export { startTemporaryServer } from './temporary.ts'
