import { Socket, type SocketConstructorOpts, type TcpNetConnectOpts } from 'node:net';
import pg, { type ClientConfig, type Connection } from 'pg';
import { tapped, type RowTap } from './row-tap.js';

/** The driver's client, on whose connection rows can be had as bytes. */
export class ReadingClient extends pg.Client {
  constructor(config?: ClientConfig) {
    super(config);
    const connection = (this as unknown as { readonly connection: TappedConnection }).connection;
    // Over TLS it is the decrypting that makes the memory.
    if (!connection.ssl) connection.stream = frugalSocket();
    const attach = connection.attachListeners.bind(connection);
    connection.attachListeners = (stream) => {
      attach(tapped(stream, (tap) => taps.set(connection, tap), (fields) => void connection.emit('dataRow', { name: 'dataRow', fields })));
    };
  }
}

/** The driver calls it once its stream is what messages come through, over TLS also a second time. */
interface TappedConnection extends Connection {
  readonly ssl: unknown;
  stream: Connection['stream'];
  attachListeners(stream: Connection['stream']): void;
}

const taps = new WeakMap<Connection, RowTap>();

/** Absent on connections of other clients. */
export function tapOf(connection: Connection): RowTap | undefined {
  return taps.get(connection);
}

/** Bytes of one reading: as many as Node would make room for each time. */
const AT_ONCE = 65_536;

/** Reads into the same memory again and again: what is made anew for each reading counts as a burden on the heap (see `RowMemory`). */
function frugalSocket(): Socket {
  const buffer = Buffer.allocUnsafeSlow(AT_ONCE);
  // Documented for `connect()`, which the driver calls itself; the socket takes it when it is made.
  const options: SocketConstructorOpts & Pick<TcpNetConnectOpts, 'onread'> = {
    onread: {
      buffer,
      callback: (length) => {
        socket.emit('data', buffer.subarray(0, length));
        return true;
      },
    },
  };
  const socket = new Socket(options);
  return socket;
}
