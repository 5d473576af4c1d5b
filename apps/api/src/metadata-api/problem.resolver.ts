import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Problem } from '@guanxi/metadata';
import { ProblemType } from './problem.type.js';
import type { RequestContext } from './request-context.js';
import { requestLocale } from './request-locale.js';

/** Problems in answers are told in the language of whoever asked, wherever they come from. */
@Resolver(() => ProblemType)
export class ProblemResolver {
  @ResolveField(() => String)
  message(@Parent() problem: Problem, @Context() { request }: RequestContext): string {
    return problem.tell?.(requestLocale(request)).message ?? problem.message;
  }

  @ResolveField(() => String, { nullable: true })
  hint(@Parent() problem: Problem, @Context() { request }: RequestContext): string | undefined {
    return problem.tell?.(requestLocale(request)).hint ?? problem.hint;
  }
}
