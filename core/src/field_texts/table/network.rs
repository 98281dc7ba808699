//! Ports, names of hosts, and the proxy.

use crate::field_texts::text::texts;

texts! {
    PORT_MAPPING, "PortMapping";
    "containerPort":
        "The port on which the program in the container listens. In `awsvpc` and `host` it is also the one \
         that is reached from outside.",
        "コンテナ内のプログラムが待ち受けるポートです。`awsvpc` と `host` では、外から届くポートも同じです。";
    "hostPort":
        "The port on the EC2 instance. In `awsvpc` and `host`, leave it out or repeat `containerPort`; in \
         `bridge`, 0 or none lets ECS choose a free port.",
        "EC2 インスタンス側のポートです。`awsvpc` と `host` では、省略するか `containerPort` と同じ値にします。\
         `bridge` で省略するか 0 にすると、空きポートが自動で選ばれます。";
    "protocol":
        "The transport protocol. Default: `tcp`.",
        "トランスポートのプロトコルです。既定値は `tcp` です。" => {
            "tcp":
                "TCP, the default, for HTTP and most else.",
                "TCP です（既定値）。HTTP をはじめ、ほとんどの通信に使います。";
            "udp":
                "UDP, for DNS, games and streams.",
                "UDP です。DNS、ゲーム、ストリーミングなどに使います。";
        };
    "name":
        "The name by which Service Connect or VPC Lattice of a service finds this port: up to 64 lower-case \
         letters, digits, `_` and `-`.",
        "サービスの Service Connect や VPC Lattice の設定から、このポートを指すための名前です。英小文字・数字・\
         `_`・`-` で 64 文字までです。";
    "appProtocol":
        "What is spoken on the port, for Service Connect’s proxy and its metrics. Left out, it is plain TCP. A \
         service that uses it has to be created anew to change it.",
        "ポートで話すアプリケーションプロトコルで、Service Connect のプロキシとメトリクスに使われます。省略す\
         ると TCP として扱われます。使用中のサービスでは、作り直さないと変更できません。" => {
            "http":
                "HTTP/1.",
                "HTTP/1 です。";
            "http2":
                "HTTP/2.",
                "HTTP/2 です。";
            "grpc":
                "gRPC.",
                "gRPC です。";
        };
    "containerPortRange":
        "A range of ports, such as `\"8000-8010\"`, instead of `containerPort`; only in `awsvpc` and `bridge`, \
         and without `hostPort`.",
        "`containerPort` の代わりに指定する、`\"8000-8010\"` のようなポートの範囲です。`awsvpc` と `bridge` で\
         だけ使え、`hostPort` は書けません。";
}

texts! {
    HOST_ENTRY, "HostEntry";
    "hostname":
        "The name in the `/etc/hosts` line.",
        "`/etc/hosts` の行に書くホスト名です。";
    "ipAddress":
        "The address that the name stands for.",
        "そのホスト名に対応する IP アドレスです。";
}

texts! {
    PROXY, "ProxyConfiguration";
    "type":
        "The kind of proxy.",
        "プロキシの種類です。" => {
            "APPMESH":
                "AWS App Mesh, the only kind there is.",
                "AWS App Mesh です。ほかの種類はありません。";
        };
    "containerName":
        "The container of the task that is the proxy.",
        "プロキシとして動くコンテナの名前です。";
    "properties":
        "Which traffic goes through the proxy, as names with values: `AppPorts`, `ProxyIngressPort`, \
         `ProxyEgressPort`, `IgnoredUID` and others. Empty values count.",
        "どの通信をプロキシに通すかの設定です（`AppPorts`、`ProxyIngressPort`、`ProxyEgressPort`、`IgnoredUID` \
         など）。空の値にも意味があります。";
}
