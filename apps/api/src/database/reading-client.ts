import pg, { type ClientConfig, type Connection } from 'pg';
import { tapped, type RowTap } from './row-tap.js';

/** The driver's client, on whose connection rows can be had as bytes. */
export class ReadingClient extends pg.Client {
  constructor(config?: ClientConfig) {
    super(config);
    const connection = (this as unknown as { readonly connection: TappedConnection }).connection;
    const attach = connection.attachListeners.bind(connection);
    connection.attachListeners = (stream) => {
      attach(tapped(stream, (tap) => taps.set(connection, tap), (fields) => void connection.emit('dataRow', { name: 'dataRow', fields })));
    };
  }
}

/** The driver calls it once its stream is what messages come through, over TLS also a second time. */
interface TappedConnection extends Connection {
  attachListeners(stream: Connection['stream']): void;
}

const taps = new WeakMap<Connection, RowTap>();

/** Absent on connections of other clients. */
export function tapOf(connection: Connection): RowTap | undefined {
  return taps.get(connection);
}
