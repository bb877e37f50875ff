# The image of Weirkeeper: `docker build -t weirkeeper .` See docs/docker.md.

FROM eclipse-temurin:17.0.17_10-jdk-noble AS build
WORKDIR /source
COPY . .
# Our own jar changes with every commit, the others with the pom: they become layers of their own. target/dist/dev has the
# broker of `weir dev` and stays behind.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -Dquick -DskipTests -Dmaven.test.skip=true package \
    && mkdir own \
    && mv target/dist/lib/weirkeeper.jar own/

FROM eclipse-temurin:17.0.17_10-jre-noble
LABEL org.opencontainers.image.title="Weirkeeper" \
      org.opencontainers.image.description="A stateful gatekeeper on Kafka that keeps messaging bots from being flooded." \
      org.opencontainers.image.licenses="Apache-2.0"

RUN groupadd --system --gid 10001 weir \
    && useradd --system --uid 10001 --gid weir --home-dir /var/lib/weirkeeper --shell /usr/sbin/nologin weir \
    && install -d -o weir -g weir -m 0750 /var/lib/weirkeeper
COPY --from=build /source/weir /source/LICENSE /opt/weirkeeper/
COPY --from=build /source/target/dist/lib/ /opt/weirkeeper/lib/
COPY --from=build /source/own/ /opt/weirkeeper/lib/

# All that is ever written is below /var/lib/weirkeeper, so the root file system may be read-only. RocksDB unpacks its native
# library there under one name; without ROCKSDB_SHAREDLIB_DIR each crash would leave another copy on the volume.
ENV WEIR_STATE_DIRECTORY=/var/lib/weirkeeper/state \
    ROCKSDB_SHAREDLIB_DIR=/var/lib/weirkeeper \
    TMPDIR=/var/lib/weirkeeper \
    WEIR_JVM_OPTS="-Djava.io.tmpdir=/var/lib/weirkeeper -XX:-UsePerfData -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
VOLUME /var/lib/weirkeeper
WORKDIR /var/lib/weirkeeper
USER 10001:10001

# The launcher ends in exec: Java is process 1 and hears the signal. It chooses the JVM options that fit the command.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/weirkeeper/weir"]
CMD ["run"]
