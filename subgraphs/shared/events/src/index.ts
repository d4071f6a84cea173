export { createBus, type Bus, type BusOptions, type Message, type Transaction } from './bus.ts'
