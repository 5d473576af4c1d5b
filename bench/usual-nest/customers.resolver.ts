import { randomUUID } from 'node:crypto';
import { Args, Context, Field, ID, InputType, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, ILike, IsNull, MoreThan } from 'typeorm';
import { Customer, CustomerPage, MonthOfOrders, Order, OrderLine, User } from './entities.js';
import type { Loaders } from './loaders.js';

@InputType()
export class NewCustomer {
  @Field()
  name!: string;

  @Field({ nullable: true })
  city?: string;

  @Field(() => ID)
  ownerId!: string;
}

@Resolver(() => Customer)
export class CustomersResolver {
  constructor(private readonly database: DataSource) {}

  @Query(() => Customer, { nullable: true })
  customer(@Args('id', { type: () => ID }) id: string): Promise<Customer | null> {
    return this.customers().findOneBy({ id, deletedAt: IsNull() });
  }

  @Query(() => CustomerPage)
  async customersOf(
    @Args('city', { nullable: true }) city?: string,
    @Args('search', { nullable: true }) search?: string,
    @Args('afterName', { nullable: true }) afterName?: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
  ): Promise<CustomerPage> {
    const filter = { deletedAt: IsNull(), ...(city !== undefined && { city }), ...(search !== undefined && { name: ILike(`%${search}%`) }) };
    const where = { ...filter, ...(afterName !== undefined && { name: MoreThan(afterName) }) };
    const nodes = await this.customers().find({ where, order: { name: 'ASC', id: 'ASC' }, take: first });
    return { nodes, totalCount: 0, filter: city === undefined ? {} : { city } };
  }

  @Query(() => [MonthOfOrders])
  async ordersByMonth(@Args('city') city: string): Promise<MonthOfOrders[]> {
    const rows = await this.database.getRepository(Order).createQueryBuilder('o')
      .innerJoin('o.customer', 'c').where('c.city = :city and o.deleted_at is null and c.deleted_at is null', { city })
      .select("date_trunc('month', o.ordered_on)", 'month').addSelect('count(*)', 'count').addSelect('sum(o.amount)', 'amount')
      .groupBy('1').orderBy('1').getRawMany<{ month: Date; count: string; amount: string }>();
    return rows.map(({ month, count, amount }) => ({ month: month.toISOString().slice(0, 10), count: Number(count), amount: Number(amount) }));
  }

  @Mutation(() => Customer)
  createCustomer(@Args('data') data: NewCustomer): Promise<Customer> {
    return this.customers().save(makeCustomer(data));
  }

  @Mutation(() => [Customer])
  createCustomers(@Args('data', { type: () => [NewCustomer] }) data: NewCustomer[]): Promise<Customer[]> {
    return this.customers().save(data.map(makeCustomer));
  }

  @Mutation(() => Customer)
  async updateCustomer(@Args('id', { type: () => ID }) id: string, @Args('city') city: string): Promise<Customer> {
    const customer = await this.customers().findOneByOrFail({ id });
    return this.customers().save({ ...customer, city, version: customer.version + 1, updatedAt: new Date() });
  }

  @ResolveField(() => User, { nullable: true })
  owner(@Parent() { ownerId }: Customer, @Context('loaders') loaders: Loaders): Promise<User | null> {
    return loaders.users.load(ownerId);
  }

  @ResolveField(() => [Order])
  async orders(@Parent() { id }: Customer, @Context('loaders') loaders: Loaders, @Args('first', { type: () => Int }) first: number): Promise<Order[]> {
    return (await loaders.orders.load(id)).slice(0, first);
  }

  private customers() {
    return this.database.getRepository(Customer);
  }
}

@Resolver(() => CustomerPage)
export class CustomerPageResolver {
  constructor(private readonly database: DataSource) {}

  @ResolveField(() => Int)
  totalCount(@Parent() { filter }: CustomerPage): Promise<number> {
    return this.database.getRepository(Customer).countBy({ ...filter, deletedAt: IsNull() });
  }
}

@Resolver(() => Order)
export class OrdersResolver {
  @ResolveField(() => [OrderLine])
  async lines(@Parent() { id }: Order, @Context('loaders') loaders: Loaders, @Args('first', { type: () => Int }) first: number): Promise<OrderLine[]> {
    return (await loaders.lines.load(id)).slice(0, first);
  }
}

function makeCustomer({ name, city, ownerId }: NewCustomer): Customer {
  const now = new Date();
  const by = { ownerId, createdBy: ownerId, updatedBy: ownerId, createdAt: now, updatedAt: now, deletedAt: null };
  return Object.assign(new Customer(), { id: randomUUID(), name, city: city ?? null, status: 'active', version: 1, ...by });
}
