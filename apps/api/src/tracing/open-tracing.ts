import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Context, type Span, type SpanContext, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { routeOf } from '../health/route-of.js';
import type { Facts, SpanOptions, Tracing } from './tracing.js';

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER } as const;
/** A batch of thousands of runs names some of what set it off, not all. */
const MOST_LINKS = 32;

/**
 * Sends spans by OTLP over HTTP to `url`. Sampling, batches, limits, headers and further attributes are what the usual OTEL_* variables of the
 * environment say. Nothing global is registered: what libraries of the process would trace by themselves stays untold.
 */
export function openTracing({ url, serviceName }: { readonly url: string; readonly serviceName: string }): Tracing {
  const named = resourceFromAttributes({ 'service.name': serviceName });
  const resource = defaultResource().merge(named).merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))] });
  return new OtlpTracing(provider.getTracer('guanxi'), () => provider.shutdown());
}

class OtlpTracing implements Tracing {
  private readonly within = new AsyncLocalStorage<Context>();

  constructor(private readonly tracer: Tracer, readonly close: () => Promise<void>) {}

  span<T>(name: string, facts: Facts, work: () => T, { kind, from = [] }: SpanOptions = {}): T {
    const origins = from.slice(0, MOST_LINKS).flatMap((header) => readTraceparent(header) ?? []);
    const around = this.within.getStore() ?? ROOT_CONTEXT;
    const [only] = origins;
    const parent = origins.length === 1 && only ? trace.setSpanContext(around, only) : around;
    const links = origins.length > 1 ? origins.map((context) => ({ context })) : [];
    const span = this.tracer.startSpan(name, { attributes: facts, links, ...(kind && { kind: KINDS[kind] }) }, parent);
    return this.ending(span, () => this.within.run(trace.setSpan(parent, span), work));
  }

  part<T>(name: string, facts: Facts, work: () => T, options?: SpanOptions): T {
    return this.current()?.isRecording() ? this.span(name, facts, work, options) : work();
  }

  note(facts: Facts, name?: string): void {
    const span = this.current();
    span?.setAttributes(facts);
    if (name !== undefined) span?.updateName(name);
  }

  traceparent(): string | undefined {
    const context = this.current()?.spanContext();
    return context && (context.traceFlags & TraceFlags.SAMPLED) !== 0 ? `00-${context.traceId}-${context.spanId}-01` : undefined;
  }

  request(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
    const { method = '', headers, url = '' } = request;
    const route = routeOf(url);
    const given = readTraceparent(headers.traceparent);
    const parent = given ? trace.setSpanContext(ROOT_CONTEXT, given) : ROOT_CONTEXT;
    const span = this.tracer.startSpan(`${method} /${route}`, { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'http.route': `/${route}` } }, parent);
    const context = trace.setSpan(parent, span);
    // What the body's arrival sets off belongs to the request too, and not to the connection that it came by.
    const emit = request.emit.bind(request);
    request.emit = (...told: Parameters<typeof emit>) => this.within.run(context, () => emit(...told));
    response.once('close', () => {
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    this.within.run(context, answer);
  }

  private current(): Span | undefined {
    const context = this.within.getStore();
    return context && trace.getSpan(context);
  }

  /** Of a failure only its class and PostgreSQL's code are told: messages may repeat values. */
  private ending<T>(span: Span, work: () => T): T {
    const fail = (error: unknown): never => {
      span.setAttribute('error.type', typeOf(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      throw error;
    };
    let done: T;
    try {
      done = work();
    } catch (error) {
      return fail(error);
    }
    if (!(done instanceof Promise)) {
      span.end();
      return done;
    }
    return done.then((value: unknown) => {
      span.end();
      return value;
    }, fail) as T;
  }
}

function typeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code === 'string' && /^[A-Z0-9_]{5,40}$/.test(code)) return code;
  return error instanceof Error ? error.constructor.name : typeof error;
}

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/;

function readTraceparent(header: string | readonly string[] | undefined): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = '00'] = (typeof header === 'string' && TRACEPARENT.exec(header)) || [];
  const context: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}
