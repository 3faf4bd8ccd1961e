# One assignment by AequilibraE: python assign-aequilibrae.py NET TRIPS TOLL_WEIGHT DISTANCE_WEIGHT GAP CORES
# Prints seconds and processor seconds (of the assignment alone), iterations, gap and objective as JSON on the last line.
import json
import re
import sys
import time

import numpy as np
import pandas as pd
from aequilibrae.matrix import AequilibraeMatrix
from aequilibrae.paths import Graph, TrafficAssignment, TrafficClass

net_file, trips_file, toll_weight, distance_weight, gap, cores = sys.argv[1:7]
lines = [line.replace(';', '').split() for line in open(net_file)]
rows = [[float(cell) for cell in line] for line in lines if line and line[0][0] not in '~<']
net = pd.DataFrame(rows, columns='a_node b_node capacity length time b power speed toll type'.split())
net[['a_node', 'b_node']] = net[['a_node', 'b_node']].astype('int64')
net['link_id'] = net['id'] = np.arange(1, len(net) + 1)
net['direction'] = 1
# It refuses links without a free-flow time.
net['free'] = np.maximum(net.time, 1e-6)
net['fixed'] = float(toll_weight) * net.toll + float(distance_weight) * net.length
header = dict(re.findall(r'<(.+?)>\s*(\d+)', open(net_file).read(2000)))
zones = int(header['NUMBER OF ZONES'])
trips = np.zeros((zones, zones))
origin = 0
for line in open(trips_file):
    heading = re.match(r'\s*Origin\s+(\d+)', line)
    if heading:
        origin = int(heading.group(1))
    elif origin:
        for zone, value in re.findall(r'(\d+)\s*:\s*([\d.]+)', line):
            trips[origin - 1, int(zone) - 1] = float(value)
np.fill_diagonal(trips, 0)

matrix = AequilibraeMatrix()
matrix.create_empty(zones=zones, matrix_names=['trips'], memory_only=True)
matrix.index[:] = np.arange(zones) + 1
matrix.matrix['trips'][:, :] = trips
matrix.computational_view(['trips'])
graph = Graph()
graph.network = net[['link_id', 'a_node', 'b_node', 'direction', 'capacity', 'free', 'fixed', 'b', 'power', 'id']].copy()
graph.prepare_graph(matrix.index[:])
graph.set_graph('free')
graph.set_blocked_centroid_flows(int(header.get('FIRST THRU NODE', 1)) > 1)
traffic = TrafficClass('trips', graph, matrix)
traffic.set_fixed_cost('fixed')
traffic.set_vot(1.0)
assignment = TrafficAssignment()
assignment.set_classes([traffic])
assignment.set_vdf('BPR')
assignment.set_vdf_parameters({'alpha': 'b', 'beta': 'power'})
assignment.set_capacity_field('capacity')
assignment.set_time_field('free')
assignment.max_iter = 5000
assignment.rgap_target = float(gap)
assignment.set_algorithm('bfw')
assignment.set_cores(int(cores))
begin, begin_cpu = time.perf_counter(), time.process_time()
assignment.execute()
seconds, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
report = assignment.report()
flow = assignment.results().sort_index()['PCE_tot'].to_numpy()
ratio = (flow / net.capacity.to_numpy()) ** net.power.to_numpy()
rise = net.time.to_numpy() * net.b.to_numpy() * ratio / (net.power.to_numpy() + 1)
objective = float((flow * (net.time.to_numpy() + rise + net.fixed.to_numpy())).sum())
gap = float(report.rgap.iloc[-1])
print(json.dumps({'seconds': seconds, 'cpu': cpu, 'iterations': len(report), 'gap': gap, 'objective': objective}))
