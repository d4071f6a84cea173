export { createBus, type Bus, type BusOptions, type Transaction } from './bus.ts'
