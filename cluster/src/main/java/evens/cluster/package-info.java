/**
 * The log: one Aeron Cluster node in this process. {@link evens.cluster.ClusterNode} is the front
 * door; {@link evens.cluster.LogGateway} is the way in, the {@link evens.model.FeedListener} hears
 * what comes out. Only this package knows Aeron.
 */
@NullMarked
package evens.cluster;

import org.jspecify.annotations.NullMarked;
