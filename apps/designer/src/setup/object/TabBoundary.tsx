import { Component, Suspense, type ReactNode } from 'react';
import { ErrorState, SkeletonLines } from '../../ui/index.js';

interface TabBoundaryProps { readonly children: ReactNode }
interface TabBoundaryState { readonly message: string | null }

/** What fails in one tab, its code that cannot be fetched too, leaves the others and the head of the page as they are. */
export class TabBoundary extends Component<TabBoundaryProps, TabBoundaryState> {
  override state: TabBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): TabBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message !== null) return <ErrorState message={message} onRetry={() => this.setState({ message: null })} />;
    return <Suspense fallback={<SkeletonLines count={6} />}>{this.props.children}</Suspense>;
  }
}
