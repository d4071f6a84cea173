import type { ClientConfig } from 'pg'

/**
 * Splits a Postgres URL into fields. The URL itself is never handed to pg: pg lets `connectionString` win over
 * `database`, so a connection meant for the shadow database would reach the real one.
 */
export function pgConfig(url: string): ClientConfig & { database: string } {
  const parsed = new URL(url)
  const sslMode = parsed.searchParams.get('sslmode')
  return {
    host: parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'postgres',
    ...(sslMode && sslMode !== 'disable'
      ? { ssl: { rejectUnauthorized: sslMode.startsWith('verify') } }
      : {}),
  }
}
